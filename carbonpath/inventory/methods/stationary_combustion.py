"""Fuels burnt for power, heat and furnaces.

``E_CO2 = sum of FC x NCV x CC x OF x 44/12``, or ``FC x C_ar x OF x 44/12`` where carbon was measured;
``E_CH4, E_N2O = sum of FC x NCV x EF x 10^-6`` (EF in kg/TJ).

CO2: CETS-AG-01.01 and CETS-AG-03.01 section 6 (equations of fuel combustion), NDRC guidelines chapter 5, each with its
own table and oxidation. CH4 and N2O, which these guidelines leave out: IPCC 2006 Volume 2 Chapter 2, equation 2.1 with
Tables 2.2 (energy industries) and 2.3 (manufacturing). CO2 of biomass is a memo.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity, isin, startswith
from carbonpath.inventory.choice import Choice
from carbonpath.inventory.combustion import carbon_dioxide, energy_gas
from carbonpath.inventory.defaults import choose_default, fuel_defaults, starts_with
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.methods import waste_incineration
from carbonpath.inventory.row_uncertainty import interval

NAME = "stationary_combustion"

CATEGORIES = ("1A1", "1A2", "1A4", "1A5", "4C1")
"""Beginnings of the categories of stationary combustion; 4C1: fuel that supports an incinerator."""


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are fuels burnt in stationary equipment."""
    burnt = isin(rows["activity"], ("combusted",)) & startswith(rows["category"], *CATEGORIES)
    found: Mask = burnt & ~isin(rows["group"], (waste_incineration.GROUP,))
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2, CH4 and N2O of the fuels burnt."""
    parts = carbon_dioxide(activity, NAME)
    for gas in ("CH4", "N2O"):
        per_energy = _per_energy(activity, gas.lower())
        width = interval(activity.factors, "factor", f"{gas.lower()}_stationary")
        parts.append(energy_gas(activity, NAME, gas, per_energy, width))
    return pd.concat(parts, ignore_index=True)


def _per_energy(activity: Activity, gas: str) -> Choice:
    keys, factors = activity.keys, activity.factors
    symbol = f"EF_{gas.upper()}"
    energy_industry = starts_with(keys.category, "1A1")
    found = [
        choose_default(keys, activity.guidelines, fuel_defaults(factors, name, symbol))
        for name in (f"{gas}_energy_industry", gas)
    ]
    return found[0].where(energy_industry).otherwise(found[1].where(~energy_industry | np.isnan(found[0].value)))
