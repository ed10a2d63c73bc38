"""Energy balance of firms and of the district, in physical units and in standard coal.

``gap = bought + made - used - sold`` for each fuel, power and heat; a firm that states all its sources and uses has a
gap of its stocks and losses alone. Within the district sales cancel purchases, so the district's trade is that with
``outside``. Energy use in GJ and tce is that of `energy_use`.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.core.answers.accounts import ENERGY_BALANCE
from carbonpath.core.tables import as_table
from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.energy import FUEL_GROUPS, GJ_PER_MWH, energy_rows
from carbonpath.inventory.methods import purchased_energy
from carbonpath.inventory.totals import totals_by
from carbonpath.inventory.transfers import OUTSIDE

SIDES = {
    "bought": ("purchased",),
    "made": ("output",),
    "used": ("combusted", "flared", "input", "feedstock"),
    "sold": ("sold",),
}
"""Activities behind each column of amounts."""

_TRADE = ("bought", "sold")
_KEY = ["firm", "item", "year", "unit"]
_USE = ["energy", "standard_coal", "standard_coal_of_supply"]


def energy_balance(activity: Activity) -> pd.DataFrame:
    """Return table ENERGY_BALANCE: every firm, then the district with a blank firm."""
    amounts, use = _amounts(activity), energy_rows(activity)
    use = use.assign(unit=use["base"].mask(use["item"].isin(purchased_energy.ELECTRICITY), "MWh"))
    of_district = amounts[~amounts["side"].isin(_TRADE) | (amounts["counterparty"] == OUTSIDE)]
    firms = _balance(amounts, use)
    district = _balance(of_district.assign(firm=""), use.assign(firm=""))
    return as_table(pd.concat([firms, district], ignore_index=True), ENERGY_BALANCE)


def _amounts(activity: Activity) -> pd.DataFrame:
    """Return amounts of energy with the side on which they stand; power in MWh."""
    rows = activity.rows
    carriers = (*purchased_energy.ELECTRICITY, *purchased_energy.HEAT)
    rows = rows[isin(rows["group"], FUEL_GROUPS) | isin(rows["item"], carriers)]
    names = ["firm", "item", "counterparty"]
    table = rows[[*names, "year", "amount"]].astype(dict.fromkeys(names, "str"))
    electric = isin(rows["item"], purchased_energy.ELECTRICITY)
    unit = rows["base"].astype("str").mask(electric, "MWh")
    side_of = {name: side for side, activities in SIDES.items() for name in activities}
    side = rows["activity"].astype("str").map(side_of)
    return table.assign(unit=unit, side=side, amount=table["amount"] / np.where(electric, GJ_PER_MWH, 1.0))


def _balance(amounts: pd.DataFrame, use: pd.DataFrame) -> pd.DataFrame:
    sums = {side: totals_by(amounts[amounts["side"] == side], _KEY, "amount") for side in SIDES}
    found = amounts[_KEY].drop_duplicates().sort_values(_KEY, ignore_index=True)
    for side, table in sums.items():
        found = found.merge(table.rename(columns={"amount": side}), how="left", on=_KEY)
    for name in _USE:
        found = found.merge(totals_by(use, _KEY, name), how="left", on=_KEY)
    found = found.fillna(dict.fromkeys([*SIDES, *_USE], 0.0))
    return found.assign(gap=found["bought"] + found["made"] - found["used"] - found["sold"])
