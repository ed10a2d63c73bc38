"""Primary energy by fuel: what the district buys less what it sells, and the renewable power it makes itself.

Electricity counts at its heat content (0.1229 kgce/kWh comes with the commodity table). Oil includes the feedstock of
refinery and crackers; products sold as fuel are taken off.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.indicators.electricity import generation, trade
from carbonpath.indicators.items import items_of
from carbonpath.indicators.rows import as_indicator, complete, stack, sum_by
from carbonpath.indicators.tables import Specification, Tables

BOUNDARY = "net_purchases"
"""What is counted."""
RENEWABLE = ("solar",)
"""Sources of electricity that are primary energy themselves and are not bought."""


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``primary_energy`` in Mtce by fuel and in all."""
    traded = trade(tables)
    fuels = traded["fuel"].where(traded["fuel"] != "", traded["base"])
    traded = traded.loc[(traded["tce_per_unit"] > 0.0)].assign(item=items_of("fuel", fuels))
    renewable = generation(tables)
    renewable = renewable.loc[renewable["item"].isin(RENEWABLE)]
    rows = pd.concat([traded, renewable], ignore_index=True)
    rows = rows.assign(value=rows["value"] * rows["tce_per_unit"])
    parts = [complete(sum_by(rows, "item"), tables), complete(sum_by(rows), tables)]
    return stack([as_indicator(part, "primary_energy", "Mtce", BOUNDARY) for part in parts])
