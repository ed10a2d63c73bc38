"""Chemical plants: carbon of the raw materials less carbon of products and residues.

``E = (sum of AD_r x CC_r - sum of AD_p x CC_p - sum of AD_w x CC_w) x 44/12`` per plant.

NDRC 2013 chemical chapter 5 and NDRC 2014 petrochemical chapter 5 (other products); IPCC 2006 Volume 3 Chapter 3
equation 3.17. Fuel used as raw material belongs here and not to combustion. Carbonates that are charged are
`carbonate_use`; soda ash that is made leaves here. CO2 only.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.balance import balance_rows, carbon_streams
from carbonpath.inventory.keys import Mask

NAME = "chemicals"

CATEGORIES = ("2B1", "2B5", "2B7", "2B8a", "2B8c", "2B8e", "2B8f")
"""Ammonia, carbide, soda ash, methanol, ethylene dichloride and vinyl chloride, acrylonitrile, carbon black."""


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts enter or leave chemical plants with carbon."""
    charged = isin(rows["activity"], ("input",)) & isin(rows["group"], ("carbonate",))
    found: Mask = isin(rows["category"], CATEGORIES) & carbon_streams(rows) & ~charged
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return the carbon balance of the plants."""
    return balance_rows(activity, NAME)
