"""Ethylene oxide and glycol: carbon of the ethylene less carbon of the products.

``E = (sum of RE x CC_RE - sum of EO x CC_EO) x 44/12`` per plant.

NDRC 2014 petrochemical chapter 5 (ethylene oxide and glycol); IPCC 2006 Volume 3 Chapter 3 equation 3.17. CO2 only.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.balance import balance_rows, carbon_streams
from carbonpath.inventory.keys import Mask

NAME = "ethylene_oxide"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts enter or leave ethylene oxide plants with carbon."""
    found: Mask = isin(rows["category"], ("2B8d",)) & carbon_streams(rows)
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return the carbon balance of the plants."""
    return balance_rows(activity, NAME)
