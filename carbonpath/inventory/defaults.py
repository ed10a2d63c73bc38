"""Default factors: of the firm's guideline, else of the general table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
import pandas as pd

from carbonpath.inventory.choice import DEFAULT_TIER, GUIDELINE_TIER, Choice, Entry, chosen, told
from carbonpath.inventory.keys import Keys, Texts
from carbonpath.reference.factors import Factors
from carbonpath.reference.guidelines import GENERAL_TABLE, Guideline

Defaults = Mapping[tuple[str, str, str], Entry]
"""Entries by table, item and base of amount; base blank: any."""

_UNSURE = ("assumed",)
"""Confidence with which a number of a national table counts as Tier 1 only."""


def choose_default(
    keys: Keys, guidelines: Mapping[str, Guideline], defaults: Defaults, items: Texts | None = None
) -> Choice:
    """Return for each key the default of the first table of its guideline that has one.

    Parameters
    ----------
    keys
        Distinct keys.
    guidelines
        Guidelines by id; each names its tables in the order in which they are asked.
    defaults
        Entries of one property.
    items
        Items to be asked for in place of those of the keys.
    """
    memo: dict[tuple[str, str, str], Entry | None] = {}
    asked = list(zip(keys.guideline, keys.item if items is None else items, keys.base, strict=True))
    for key in set(asked):
        memo[key] = _first(guidelines[key[0]], key[1], key[2], defaults)
    return chosen((memo[key] for key in asked), len(keys))


def _first(guideline: Guideline, item: str, base: str, defaults: Defaults) -> Entry | None:
    for table in guideline.tables:
        for unit in (base, ""):
            found = defaults.get((table, item, unit))
            if found is not None:
                return found
    return None


@lru_cache(maxsize=64)
def fuel_defaults(factors: Factors, name: str, symbol: str) -> Defaults:
    """Return the entries of one property of fuels.

    Heating values and standard coal belong to the unit of amount in which they are given.
    """
    return _entries(factors.fuel_factors, "fuel", name, symbol)


@lru_cache(maxsize=64)
def material_defaults(factors: Factors, name: str, symbol: str) -> Defaults:
    """Return the entries of one property of materials."""
    return _entries(factors.process_factors, "material", name, symbol)


@lru_cache(maxsize=16)
def mobile_defaults(factors: Factors, gas: str, symbol: str) -> Defaults:
    """Return the entries of one gas of vehicles whose kind is not known, by category and fuel (``1A3b diesel``)."""
    table = factors.mobile_factors
    table = table[table["default"] == 1]
    named = table.assign(table=GENERAL_TABLE, name=table["category"].str[:4] + " " + table["fuel"])
    return _entries(named, "name", gas, symbol)


def _entries(table: pd.DataFrame, column: str, name: str, symbol: str) -> Defaults:
    entries: dict[tuple[str, str, str], Entry] = {}
    for row in table[table["property"] == name].to_dict("records"):
        unit = str(row["unit"])
        base = unit.split("/")[1] if name in ("net_calorific_value", "standard_coal") else ""
        origin = ", ".join(filter(None, (str(row["source"]), str(row["clause"])))) + f"; {row['confidence']}"
        international = str(row["table"]).startswith("ipcc_") or str(row["source"]).startswith("ipcc_")
        tier = DEFAULT_TIER if international or row["confidence"] in _UNSURE else GUIDELINE_TIER
        value = float(row["value"])
        entries[str(row["table"]), str(row[column]), base] = Entry(value, tier, told(symbol, value, unit, origin))
    return entries


def starts_with(texts: Texts, prefix: str) -> np.typing.NDArray[np.bool_]:
    """Tell which texts start with `prefix`."""
    return np.fromiter((text.startswith(prefix) for text in texts), dtype=bool, count=len(texts))
