"""Coke ovens: carbon of the coal charged less carbon of coke, gas, tar and benzene.

``E = (sum of coal x C - coke x C - gas x C - by-products x C) x 44/12`` per oven group.

CETS-AG-03.01-V01-2024 process equation of coking (outputs: coke and coke oven gas) with the products of Table A.2;
NDRC 2014 independent coking. The gas that heats the ovens is an output here and counted where it is burnt. CO2 only.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.balance import balance_rows, carbon_streams
from carbonpath.inventory.keys import Mask

NAME = "coking"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts enter or leave coke ovens with carbon."""
    found: Mask = isin(rows["category"], ("1A1c",)) & carbon_streams(rows)
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return the carbon balance of the ovens."""
    return balance_rows(activity, NAME)
