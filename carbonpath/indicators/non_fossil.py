"""Share of power from beyond fossil fuels: the district's own and contracted, biomass burnt with coal by its part.

Power of the grid counts as fossil as a whole: what it is made of is the grid's affair, not the district's.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.indicators.electricity import CONTRACTS, generation, trade
from carbonpath.indicators.items import item_of
from carbonpath.indicators.rows import KEYS, as_indicator, complete, ratio, select, stack, sum_by
from carbonpath.indicators.tables import Specification, Tables

SOURCES = ("solar", "biomass")
"""Items of generation that are not fossil."""
COFIRED = "steam_coal"
"""Coal for which biomass may stand."""


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``non_fossil_power`` in TWh by source and ``non_fossil_share`` in the power that the district uses."""
    made, bought = generation(tables), _power_bought(tables)
    used = sum_by(pd.concat([made, bought], ignore_index=True))
    contracted = bought.loc[bought["item"] == "green_contract"]
    parts = [made.loc[made["item"].isin(SOURCES)], _cofired(made, tables), contracted]
    sources = complete(sum_by(pd.concat(parts, ignore_index=True), "item"), tables)
    if sources.empty:
        return stack([])
    return stack(
        [
            as_indicator(sources, "non_fossil_power", "TWh"),
            as_indicator(ratio(sum_by(sources), used), "non_fossil_share", "1", "power_used"),
        ]
    )


def _power_bought(tables: Tables) -> pd.DataFrame:
    rows = trade(tables)
    rows = rows.loc[rows["base"].isin(CONTRACTS)]
    return rows.assign(item=rows["base"].map(CONTRACTS))


def _cofired(made: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Return power from coal times the part of the firm's coal that is biomass."""
    by = [*KEYS, "firm", "year"]
    coal = [select(tables, name).loc[lambda rows: rows["base"] == COFIRED] for name in ("production", "use")]
    biomass = coal[0].loc[coal[0]["role"] == "add_on"].groupby(by)["value"].sum()
    part = (biomass / coal[1].groupby(by)["value"].sum()).rename("part").reset_index()
    power = made.loc[made["item"] == item_of("electricity_source", "COAL_")].merge(part, on=by, how="inner")
    return power.assign(value=power["value"] * power["part"].fillna(0.0), item="biomass")
