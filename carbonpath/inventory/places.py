"""Where amounts belong together: the same firm, facility and year."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.keys import Mask

PLACE = ["firm", "facility", "year"]
"""Columns that name a facility in a year."""


def at_same_place(rows: pd.DataFrame, chosen: Mask) -> Mask:
    """Tell which rows are of a facility and year that one of the chosen rows has."""
    if not chosen.any():
        return np.zeros(len(rows), dtype=bool)
    names = pd.MultiIndex.from_frame(rows[PLACE])
    found: Mask = np.asarray(names.isin(names[chosen].unique()), dtype=bool)
    return found
