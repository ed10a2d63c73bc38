"""Hydrogen plants: carbon of the feed less carbon that leaves with tail gas, residue or captured CO2.

``E = (AD_feed x CC_feed - Q_gas x CC_gas - Q_residue x CC_residue) x 44/12``.

NDRC 2014 petrochemical chapter 5 (hydrogen, oxidation 100 %); IPCC 2019 Refinement Volume 3 Chapter 3 section 3.11.
Gas that is burnt at the plant is an output here and counted where it is burnt. CO2 only.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.balance import balance_rows, carbon_streams
from carbonpath.inventory.keys import Mask

NAME = "hydrogen_production"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts enter or leave hydrogen plants with carbon."""
    found: Mask = isin(rows["category"], ("2B10",)) & carbon_streams(rows)
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return the carbon balance of the plants."""
    return balance_rows(activity, NAME)
