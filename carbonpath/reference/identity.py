"""One id for every number of the reference tables, so that a person can ask for it, trace it and replace it.

An id is the kind of table and the columns that name the row, joined by dots: ``fuel.general.coke.carbon_content``,
``material.general.clinker.process_emission_factor``, ``energy.grid_average.hubei.2021``, ``gwp.AR5GWP100.CH4``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import pandas as pd

from carbonpath.reference.factors import Factors

KINDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "fuel": ("fuel_factors", ("table", "fuel", "property")),
    "material": ("process_factors", ("table", "material", "property")),
    "energy": ("purchased_energy", ("kind", "region", "year")),
    "vehicle": ("mobile_factors", ("vehicle", "property")),
    "oxidation": ("oxidation_by_equipment", ("table", "fuel_class", "equipment")),
    "gwp": ("gwp", ("gwp_metric", "gas")),
    "constant": ("constants", ("constant",)),
}
"""Table and naming columns by the first word of an id."""

COLUMNS = ("factor", "value", "unit", "source", "clause", "confidence", "note")
"""Columns of the table of all numbers."""


@lru_cache(maxsize=8)
def factor_table(factors: Factors) -> pd.DataFrame:
    """Return every number with its id, unit, source, clause, confidence and note."""
    tables: dict[str, pd.DataFrame] = {kind: getattr(factors, name) for kind, (name, _) in KINDS.items()}
    parts = [table.assign(factor=factor_ids(table, kind))[list(COLUMNS)] for kind, table in tables.items()]
    return pd.concat(parts, ignore_index=True)


def factor_ids(table: pd.DataFrame, kind: str) -> pd.Series:
    """Return the id of each row of a table of one kind."""
    names = [table[column].astype("str") for column in KINDS[kind][1]]
    joined = pd.Series(kind, index=table.index, dtype="str")
    for name in names:
        joined = joined + "." + name.str.replace(" ", "_")
    return joined
