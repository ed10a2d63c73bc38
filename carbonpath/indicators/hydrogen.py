"""Where hydrogen comes from and where it goes; what no technology of the model uses is sold to industry."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.units import conversion_factor
from carbonpath.indicators.items import items_of
from carbonpath.indicators.rows import KEYS, as_indicator, complete, select, stack, sum_by
from carbonpath.indicators.tables import Specification, Tables

MERCHANT = "merchant_industry"
"""Item of what is made and not used by a technology."""


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``hydrogen_source`` and ``hydrogen_use`` in kt by item; both add up to the same."""
    made, used = (_moved(tables, quantity) for quantity in ("production", "use"))
    sources = made.assign(item=items_of("hydrogen_source", made["library_id"]))
    uses = used.assign(item=items_of("hydrogen_use", used["library_id"]))
    rest = pd.concat([made, used.assign(value=-used["value"])], ignore_index=True).assign(item=MERCHANT)
    rest = sum_by(rest, "item")
    rest["value"] = rest["value"].where(rest["value"].abs() > _DUST, 0.0)
    uses = pd.concat([sum_by(uses, "item"), rest], ignore_index=True)
    parts = {"hydrogen_source": sum_by(sources, "item"), "hydrogen_use": uses}
    return stack([as_indicator(complete(part, tables), name, "kt") for name, part in parts.items() if not part.empty])


def _moved(tables: Tables, quantity: str) -> pd.DataFrame:
    rows = select(tables, quantity)
    rows = rows.loc[(rows["base"] == "hydrogen") & (rows["role"] != "exchange")]
    factors = {unit: conversion_factor(unit, "kt") for unit in rows["unit"].unique()}
    rows = rows.assign(value=rows["value"] * rows["unit"].map(factors).astype(float))
    return rows[[*KEYS, "year", "library_id", "value"]]


_DUST = 1e-6
"""kt below which a difference of sums is rounding."""
