"""The one place in carbonpath where a number may mean that there is no limit."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from carbonpath.system.readers.coding import Floats

NO_LIMIT = -1.0
"""Upper limit that is none, in data sets of today."""
FEWEST_NINES = 9_999.0
"""Smallest default that is none, in data sets of the years before."""
FEWEST_NINES_WRITTEN = 99_999.0
"""Smallest value written out that is none, even where the default is another."""


def says_no_limit(values: Floats, default: float | None) -> npt.NDArray[np.bool_]:
    """Return which upper limits are none.

    A limit is none if it is -1. Older data sets write nines instead: a default of 9999 or more nines, repeated or not,
    is none, and so are five or more nines wherever they stand. All other numbers are limits, 0 too.
    """
    nines = _is_nines(values)
    stated = np.nan if default is None else default
    by_default = nines & (values == stated) & (values >= FEWEST_NINES)
    return np.asarray((values == NO_LIMIT) | by_default | (nines & (values >= FEWEST_NINES_WRITTEN)))


def _is_nines(values: Floats) -> npt.NDArray[np.bool_]:
    """Return which values consist of nines only: one less than a power of ten."""
    power = np.log10(np.maximum(values, 0.0) + 1.0)
    return np.asarray((values >= 9.0) & (np.abs(power - np.round(power)) < 1e-12) & (values == np.round(values)))
