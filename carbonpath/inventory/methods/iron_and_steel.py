"""Sinter, blast furnace and steel shop: carbon that enters less carbon that leaves with iron, steel and gas.

``E = (sum of inputs AD x C - sum of outputs AD x C) x 44/12`` per process unit.

CETS-AG-03.01-V01-2024 process equation ``E_j`` (outputs: blast-furnace and converter gas) with the materials of
Table A.2; IPCC 2006 Volume 3 Chapter 4 equation 4.9 (Tier 2). Carbonates are counted by `carbonate_use`. Slag carbon is
not deducted, as the guideline says. CO2 only.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.balance import balance_rows, carbon_streams
from carbonpath.inventory.keys import Mask

NAME = "iron_and_steel"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts enter or leave iron and steel making with carbon."""
    carbonate = isin(rows["group"], ("carbonate",))
    found: Mask = isin(rows["category"], ("2C1",)) & carbon_streams(rows) & ~carbonate
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return the carbon balance of the process units."""
    return balance_rows(activity, NAME)
