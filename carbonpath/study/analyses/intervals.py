"""Intervals of shares, and of statistics over resampled samples."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri

from carbonpath.study.analyses.row import LEVEL, RESAMPLES
from carbonpath.study.distribution import Floats


def wilson(count: int, size: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share: never below 0 or above 1, and of use at 0 and 1 too."""
    if size == 0:
        return 0.0, 1.0
    z = float(ndtri(0.5 + LEVEL / 2.0))
    share = count / size
    middle = (share + z * z / (2.0 * size)) / (1.0 + z * z / size)
    half = z / (1.0 + z * z / size) * np.sqrt(share * (1.0 - share) / size + z * z / (4.0 * size * size))
    low = 0.0 if count == 0 else max(0.0, float(middle - half))
    return low, 1.0 if count == size else min(1.0, float(middle + half))


def bootstrap(statistic: Callable[[npt.NDArray[np.int64]], Floats], size: int, seed: int) -> tuple[Floats, Floats]:
    """Return the ends of the 95 % interval of a statistic of rows, by drawing rows with replacement."""
    generator = np.random.default_rng(seed)
    drawn = np.array([statistic(generator.integers(0, size, size)) for _ in range(RESAMPLES)])
    tail = (1.0 - LEVEL) / 2.0
    return np.quantile(drawn, tail, axis=0), np.quantile(drawn, 1.0 - tail, axis=0)
