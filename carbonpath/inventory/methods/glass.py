"""Glass melting: carbonates and carbon powder of the batch.

``E = sum of M x EF x F + Q_c x C_c x 44/12``, M as pure carbonate, F the calcination fraction.

NDRC 2013 flat glass chapter 5 (GB/T 32151.7); IPCC 2006 Volume 3 Chapter 2 equation 2.12 (Tier 3). CO2 only.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.choice import fixed
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.process import parameter, released_carbon

NAME = "glass"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are materials with carbon that enter a glass batch."""
    found: Mask = (
        isin(rows["category"], ("2A3",)) & isin(rows["activity"], ("input",)) & rows["carbon"].to_numpy(dtype=bool)
    )
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2 of the batch."""
    powder = np.asarray(activity.keys.item == "carbon_powder", dtype=bool)
    calcined = parameter(activity, "carbonate", "calcination_fraction", "F").where(~powder)
    share = calcined.otherwise(fixed(len(powder), 1.0, 0, "").where(powder))
    return released_carbon(activity, NAME, share)
