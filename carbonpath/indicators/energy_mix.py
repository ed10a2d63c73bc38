"""Primary energy by fuel: fuels and power bought less those sold, and what the district itself adds.

It adds renewable power, and the gases that refinery and crackers set free from their feedstock and burn. The feedstock
itself (crude oil, naphtha, light hydrocarbons; commodities of kind ``material``) is no energy use, as in the assessment
of energy consumption (原料用能不纳入能源消费总量). Electricity counts at its heat content.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.indicators.electricity import generation, trade
from carbonpath.indicators.items import OTHER, items_of
from carbonpath.indicators.rows import as_indicator, complete, select, stack, sum_by
from carbonpath.indicators.tables import Specification, Tables

BOUNDARY = "fuel_and_power"
"""What is counted."""
RENEWABLE = ("solar",)
"""Sources of electricity that are primary energy themselves and are not bought."""


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``primary_energy`` in Mtce by fuel and in all."""
    rows = pd.concat([_traded(tables), _from_feedstock(tables), _renewable(tables)], ignore_index=True)
    rows = rows.assign(value=rows["value"] * rows["tce_per_unit"])
    parts = [complete(sum_by(rows, "item"), tables), complete(sum_by(rows), tables)]
    return stack([as_indicator(part, "primary_energy", "Mtce", BOUNDARY) for part in parts])


def _traded(tables: Tables) -> pd.DataFrame:
    rows = trade(tables)
    rows = rows.loc[(rows["tce_per_unit"] > 0.0) & (rows["kind"] != "material")]
    fuels = rows["fuel"].where(rows["fuel"] != "", rows["base"]).str.split(":").str[-1]
    return rows.assign(item=items_of("fuel", fuels))


def _from_feedstock(tables: Tables) -> pd.DataFrame:
    made = select(tables, "production")
    rows = made.loc[~made["role"].isin(("purchase", "exchange", "link"))]
    rows = rows.assign(item=items_of("feedstock_fuel", rows["base"]))
    return rows.loc[rows["item"] != OTHER]


def _renewable(tables: Tables) -> pd.DataFrame:
    made = generation(tables)
    return made.loc[made["item"].isin(RENEWABLE)]
