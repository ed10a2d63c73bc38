"""Fuels burnt in vehicles, trains and ships.

``E_CO2 = sum of FC x NCV x CC x OF x 44/12``; ``E_CH4, E_N2O = sum of FC x NCV x EF x 10^-6`` (EF in kg/TJ).

CO2: NDRC guidelines chapter 5 (CETS-AG-03.01 leaves vehicles out of the firm's report: they stay in the territorial
view). CH4 and N2O: IPCC 2006 Volume 2 Chapter 3, Tables 3.2.2 (road), 3.3.1 (off-road), 3.4.1 (rail), 3.5.3 (ships).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity, isin, startswith
from carbonpath.inventory.choice import Choice
from carbonpath.inventory.combustion import carbon_dioxide, energy_gas
from carbonpath.inventory.defaults import choose_default, fuel_defaults, mobile_defaults
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.row_uncertainty import interval

NAME = "mobile_combustion"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are fuels burnt in vehicles."""
    found: Mask = isin(rows["activity"], ("combusted",)) & startswith(rows["category"], "1A3")
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2, CH4 and N2O of the fuels burnt."""
    parts = carbon_dioxide(activity, NAME)
    for gas in ("CH4", "N2O"):
        per_energy = _per_energy(activity, gas.lower())
        width = interval(activity.factors, "factor", f"{gas.lower()}_mobile")
        parts.append(energy_gas(activity, NAME, gas, per_energy, width))
    return pd.concat(parts, ignore_index=True)


def _per_energy(activity: Activity, gas: str) -> Choice:
    """Return the factor of the vehicles of the category, else of the fuel in stationary engines."""
    symbol, keys = f"EF_{gas.upper()}", activity.keys
    named = [f"{category[:4]} {item}" for category, item in zip(keys.category, keys.item, strict=True)]
    vehicles = mobile_defaults(activity.factors, gas, symbol)
    found = choose_default(keys, activity.guidelines, vehicles, np.array(named, dtype=object))
    stationary = fuel_defaults(activity.factors, gas, symbol)
    return found.otherwise(choose_default(keys, activity.guidelines, stationary))
