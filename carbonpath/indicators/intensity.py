"""Carbon dioxide per tonne of crude steel, and per unit of gross domestic product against the first year."""

from __future__ import annotations

import pandas as pd

from carbonpath.indicators.emissions import BOUNDARIES, release, total_emissions
from carbonpath.indicators.rows import KEYS, as_indicator, ratio, select, stack, sum_by
from carbonpath.indicators.tables import Specification, Tables


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``steel_intensity`` (t/t, scope 1 of the steel sector) and ``gdp_intensity`` (first year = 1)."""
    return stack([_steel(tables), *(_gdp(tables, boundary) for boundary in BOUNDARIES)])


def _steel(tables: Tables) -> pd.DataFrame:
    made = select(tables, "production")
    crude = sum_by(made.loc[(made["base"] == "crude_steel") & (made["role"] != "exchange")])
    released = release(tables)
    counted = released.loc[(released["sector"] == "steel") & released["emission"].isin(BOUNDARIES["scope1"])]
    return as_indicator(ratio(sum_by(counted, "sector"), crude), "steel_intensity", "t/t", "scope1")


def _gdp(tables: Tables, boundary: str) -> pd.DataFrame:
    if tables.gdp.empty:
        return stack([])
    total = total_emissions(tables, boundary)
    per_product = total.merge(tables.gdp, on=["region", "year"], how="inner", suffixes=("", "_gdp"), validate="m:1")
    per_product["value"] = per_product["value"] / per_product["value_gdp"]
    first = per_product.groupby(list(KEYS))["value"].transform("first")
    relative = per_product.assign(value=per_product["value"] / first)
    return as_indicator(relative, "gdp_intensity", "1", boundary)
