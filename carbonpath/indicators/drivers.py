"""What drives emissions from outside: population, and the economy against the first year."""

from __future__ import annotations

import pandas as pd

from carbonpath.indicators.rows import KEYS, as_indicator, stack
from carbonpath.indicators.tables import Specification, Tables


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``population`` in thousand persons and ``gdp`` in constant prices (first year = 1), where known."""
    product = _by_scenario(tables.gdp, tables)
    product = product.assign(value=product["value"] / product.groupby(list(KEYS))["value"].transform("first"))
    people = _by_scenario(tables.population, tables)
    parts = (as_indicator(people, "population", "thousand"), as_indicator(product, "gdp", "1"))
    return stack([part for part in parts if not part.empty])


def _by_scenario(path: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Return a path in the years of every scenario."""
    rows = tables.years.merge(path, on="year", how="inner", validate="m:m")
    return rows[[*KEYS, "year", "value"]].sort_values([*KEYS, "year"], kind="stable")
