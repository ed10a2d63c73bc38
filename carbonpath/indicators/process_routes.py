"""How steel is made: crude steel by route, hot metal by kind of furnace, and how much of it with rich gas injected."""

from __future__ import annotations

import pandas as pd

from carbonpath.indicators.items import items_of
from carbonpath.indicators.rows import as_indicator, complete, select, stack, sum_by
from carbonpath.indicators.tables import Specification, Tables

FAMILIES = {"crude_steel": "steel_route", "hot_metal": "iron_furnace"}
"""Family of items by the product that tells the route."""

INJECTED = "hot_metal_coginj"
"""Main output of the add-on that blows coke-oven gas or hydrogen into a furnace."""


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``crude_steel`` by route, ``hot_metal`` by furnace, each also in all, and ``rich_gas_injection``, Mt."""
    made = select(tables, "production")
    parts = []
    for product, family in FAMILIES.items():
        rows = made.loc[(made["base"] == product) & ~made["role"].isin(("purchase", "exchange", "link"))]
        rows = rows.assign(item=items_of(family, rows["library_id"]))
        sums = (sum_by(rows, "item"), sum_by(rows))
        parts += [as_indicator(complete(part, tables), product, "Mt") for part in sums]
    injected = sum_by(made.loc[made["base"] == INJECTED])
    return stack([*parts, as_indicator(complete(injected, tables), "rich_gas_injection", "Mt")])
