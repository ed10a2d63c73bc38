"""Electricity made in the district by source, and what is bought beyond it less what is sold."""

from __future__ import annotations

import pandas as pd

from carbonpath.indicators.items import items_of
from carbonpath.indicators.rows import as_indicator, complete, select, stack, sum_by
from carbonpath.indicators.tables import Specification, Tables

CONTRACTS = {
    "electricity": "grid",
    "electricity_green": "green_contract",
    "electricity_certified": "green_contract",
}
"""Item of each commodity that is electricity."""


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``electricity_generation`` by source and ``electricity_net_import`` by contract, TWh, each also in all."""
    made = generation(tables)
    bought = trade(tables)
    bought = bought.loc[bought["base"].isin(CONTRACTS)]
    bought = bought.assign(item=bought["base"].map(CONTRACTS))
    parts = {"electricity_generation": made, "electricity_net_import": bought}
    return stack(
        [
            as_indicator(complete(sum_by(rows, *columns), tables), name, "TWh")
            for name, rows in parts.items()
            for columns in (("item",), ())
        ]
    )


def generation(tables: Tables) -> pd.DataFrame:
    """Return electricity made by the technologies of the district, with its source as ``item``."""
    made = select(tables, "production")
    made = made.loc[made["base"].isin(CONTRACTS) & ~made["role"].isin(("purchase", "exchange", "link", "storage"))]
    return made.assign(item=items_of("electricity_source", made["library_id"]))


def trade(tables: Tables) -> pd.DataFrame:
    """Return what the district buys, positive, and sells, negative, with its commodity."""
    bought, sold = select(tables, "production"), select(tables, "use")
    bought = bought.loc[bought["role"] == "purchase"]
    sold = sold.loc[sold["role"] == "sale"]
    return pd.concat([bought, sold.assign(value=-sold["value"])], ignore_index=True)
