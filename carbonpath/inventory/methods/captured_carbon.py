"""CO2 captured and handed on: it counts where it is released in the end.

``E = sum of used - sum of captured + sum of sold beyond the district``, in tCO2.

What a facility captures leaves its account; what a firm uses (welding, dry ice, drinks) is released there; what is sold
beyond the district for use is not deducted, because nobody in the inventory releases it. CO2 stored for good (item
carbon_dioxide_stored) stays deducted. Within carbon balances (steelworks, coke ovens, hydrogen, chemicals) the capture
is a stream of the balance.

IPCC 2006 Volume 3 Chapter 1 section 1.2.2 (captured for later use and short-term storage is deducted only where it is
accounted elsewhere) and Volume 2 Chapter 5; NDRC guidelines deduct all that is handed over (``R_CO2``): see the bridge.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity, isin, startswith
from carbonpath.inventory.carbon import CO2_PER_CARBON
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.method import Released, emission_rows, require_factors
from carbonpath.inventory.methods import chemicals
from carbonpath.inventory.row_uncertainty import EXACT
from carbonpath.inventory.transfers import OUTSIDE

NAME = "captured_carbon"

USED = "carbon_dioxide"
STORED = "carbon_dioxide_stored"

BALANCED = ("1A1c", "2B8d", "2B10", "2C1", *chemicals.CATEGORIES)
"""Categories whose carbon balances have CO2 as a stream."""

TRADE_CATEGORY = "1C"
"""Category of what leaves the district."""


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are CO2 captured or used outside carbon balances, or sold beyond the district."""
    handled = isin(rows["activity"], ("input", "output")) & ~isin(rows["category"], BALANCED)
    exported = isin(rows["activity"], ("sold",)) & isin(rows["counterparty"], (OUTSIDE,)) & isin(rows["item"], (USED,))
    found: Mask = (handled & isin(rows["item"], (USED, STORED))) | exported
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2 captured (negative), used, and sold beyond the district."""
    rows = activity.rows
    carbon = activity.carbon
    require_factors(rows, carbon, "CP-340")
    captured = isin(rows["activity"], ("output",))
    mass = np.where(captured, -1.0, 1.0) * rows["amount"].to_numpy() * carbon.value * CO2_PER_CARBON
    traded = isin(rows["activity"], ("sold",)) & ~startswith(rows["category"], "1", "2", "4")
    category = rows["category"].astype("str").mask(traded, TRADE_CATEGORY).astype("category")
    named = rows.assign(category=category)
    return emission_rows(activity, NAME, Released("CO2", mass, carbon, EXACT), named)
