"""Fuels burnt in vehicles, trains and ships.

``E_CO2 = sum of FC x NCV x CC x OF x 44/12``; ``E_CH4, E_N2O = sum of FC x NCV x EF x 10^-6`` (EF in kg/TJ).

CO2: NDRC guidelines chapter 5 (CETS-AG-03.01 leaves vehicles out of the firm's report: they stay in the territorial
view). CH4 and N2O: IPCC 2006 Volume 2 Chapter 3, Tables 3.2.2 (road), 3.3.1 (off-road), 3.4.1 (rail), 3.5.3 (ships).
"""

from __future__ import annotations

import pandas as pd

from carbonpath.inventory.activity import Activity, Mask, isin, startswith
from carbonpath.inventory.carbon import item_content
from carbonpath.inventory.choice import Choice, choose_from_tables
from carbonpath.inventory.combustion import carbon_dioxide, energy_gas
from carbonpath.inventory.row_uncertainty import half_width
from carbonpath.reference.guidelines import GENERAL_TABLE

NAME = "mobile_combustion"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are fuels burnt in vehicles."""
    found: Mask = isin(rows["activity"], ("combusted",)) & startswith(rows["category"], "1A3")
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2, CH4 and N2O of the fuels burnt."""
    content = item_content(activity)
    parts = carbon_dioxide(activity, content, NAME)
    for gas in ("CH4", "N2O"):
        per_energy = _per_energy(content.keys.table, activity, gas.lower())
        width = half_width(activity.factors, "factor", f"{gas.lower()}_mobile")
        parts.append(energy_gas(activity, content, NAME, gas, per_energy, width=width))
    return pd.concat(parts, ignore_index=True)


def _per_energy(keys: pd.DataFrame, activity: Activity, gas: str) -> Choice:
    """Return the factor of the vehicles of the category, else of the fuel in stationary engines."""
    symbol = f"EF_{gas.upper()}"
    mobile = activity.factors.mobile_factors
    mobile = mobile[(mobile["property"] == gas) & (mobile["default"] == 1)]
    numbers = mobile.assign(table=GENERAL_TABLE, item=mobile["category"].str[:4] + " " + mobile["fuel"])
    named = keys.assign(item=keys["category"].str[:4] + " " + keys["item"])
    found = choose_from_tables(named, activity.guidelines, numbers.drop(columns="fuel"), "item", symbol)
    fuels = activity.factors.fuel_factors
    stationary = fuels[fuels["property"] == gas]
    return found.otherwise(choose_from_tables(keys, activity.guidelines, stationary, "fuel", symbol))
