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

from carbonpath.inventory.activity import Activity, Mask, isin, startswith
from carbonpath.inventory.carbon import item_content
from carbonpath.inventory.choice import Choice, choose_from_tables
from carbonpath.inventory.combustion import carbon_dioxide, energy_gas
from carbonpath.inventory.row_uncertainty import half_width

NAME = "stationary_combustion"

CATEGORIES = ("1A1", "1A2", "1A4", "1A5")
"""Beginnings of the categories of stationary combustion."""


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are fuels burnt in stationary equipment."""
    found: Mask = isin(rows["activity"], ("combusted",)) & startswith(rows["category"], *CATEGORIES)
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2, CH4 and N2O of the fuels burnt."""
    content = item_content(activity)
    parts = carbon_dioxide(activity, content, NAME)
    for gas in ("CH4", "N2O"):
        per_energy = _per_energy(content.keys.table, activity, gas.lower())
        width = half_width(activity.factors, "factor", f"{gas.lower()}_stationary")
        parts.append(energy_gas(activity, content, NAME, gas, per_energy, width=width))
    return pd.concat(parts, ignore_index=True)


def _per_energy(keys: pd.DataFrame, activity: Activity, gas: str) -> Choice:
    numbers = activity.factors.fuel_factors
    symbol = f"EF_{gas.upper()}"
    energy_industry = keys["category"].str.startswith("1A1").to_numpy(dtype=bool)
    found = [
        choose_from_tables(keys, activity.guidelines, numbers[numbers["property"] == name], "fuel", symbol)
        for name in (f"{gas}_energy_industry", gas)
    ]
    return found[0].where(energy_industry).otherwise(found[1].where(~energy_industry | np.isnan(found[0].value)))
