"""Calcining of petroleum coke: carbon of the green coke less carbon of calcined coke and dust.

``E = (M_RC x CC_RC - (M_PC + M_ds) x CC_PC) x 44/12`` per kiln.

NDRC 2014 petrochemical chapter 5 (calcining). Measure both carbon contents: the defaults are the same for both, so that
all that is lost would count as carbon. CO2 only.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.balance import balance_rows, carbon_streams
from carbonpath.inventory.keys import Mask

NAME = "coke_calcining"

ITEMS = ("green_petroleum_coke", "calcined_petroleum_coke", "calcining_dust")


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts enter or leave calcining kilns."""
    found: Mask = isin(rows["category"], ("1A1b",)) & isin(rows["item"], ITEMS) & carbon_streams(rows)
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return the carbon balance of the kilns."""
    return balance_rows(activity, NAME)
