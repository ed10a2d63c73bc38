"""Coke ovens: carbon of the coal charged less carbon of coke, gas, tar and benzene.

``E = (sum of coal x C - coke x C - gas x C - by-products x C) x 44/12`` per oven group.

CETS-AG-03.01-V01-2024 process equation of coking (outputs: coke and coke oven gas) with the products of Table A.2;
NDRC 2014 independent coking. The gas that heats the ovens is an output here and counted where it is burnt.

``E_CH4 = Q_coke x EF x 10^-3`` (EF in kg/t of coke): IPCC 2019 Refinement Volume 3 Chapter 4, which the Chinese
guidelines leave out.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.balance import balance_rows, carbon_streams
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.process import material_number, per_tonne_gas
from carbonpath.inventory.row_uncertainty import interval

NAME = "coking"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts enter or leave coke ovens with carbon."""
    found: Mask = isin(rows["category"], ("1A1c",)) & carbon_streams(rows)
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return the carbon balance of the ovens, and CH4 of the coke made."""
    coke = isin(activity.rows["item"], ("coke",)) & isin(activity.rows["activity"], ("output",))
    made = activity.where(coke)
    factor = material_number(made, "ch4", "EF_CH4")
    parts = (
        balance_rows(activity, NAME),
        per_tonne_gas(made, NAME, "CH4", factor, interval(activity.factors, "factor", "coke_ch4")),
    )
    return pd.concat(parts, ignore_index=True)
