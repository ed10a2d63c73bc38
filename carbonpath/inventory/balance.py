"""Carbon balance of a process: what enters less what leaves with products is released as CO2.

``E = (sum of inputs: AD x C - sum of outputs: AD x C) x 44/12``. Each stream is one row, outputs negative, so that a
total can be followed back to its cells and its uncertainty adds up.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.carbon import CO2_PER_CARBON
from carbonpath.inventory.choice import Floats
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.method import Released, emission_rows, require_factors
from carbonpath.inventory.row_uncertainty import carbon_interval


def carbon_streams(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are inputs or outputs that carry carbon."""
    found: Mask = isin(rows["activity"], ("input", "output")) & rows["carbon"].to_numpy(dtype=bool)
    return found


def direction(rows: pd.DataFrame) -> Floats:
    """Return +1 for inputs, -1 for outputs."""
    return np.where(isin(rows["activity"], ("output",)), -1.0, 1.0)


def balance_rows(activity: Activity, method: str) -> pd.DataFrame:
    """Return the carbon balance of the amounts, one row a stream."""
    rows = activity.rows
    carbon = activity.carbon
    require_factors(rows, carbon, "CP-340")
    mass = direction(rows) * rows["amount"].to_numpy() * carbon.value * CO2_PER_CARBON
    width = carbon_interval(rows, carbon.tier, activity.factors)
    return emission_rows(activity, method, Released("CO2", mass, carbon, width))
