"""Distribution of a factor or amount around its estimate, from the limits of its 95 % interval.

``X = 1 + m x (exp(s x Z) - 1)`` with Z standard normal is the shifted lognormal whose quantiles at 2.5, 50 and 97.5 %
are ``a``, 1 and ``b``: ``r = (b - 1) / (1 - a)``, ``s = ln(r) / 1.96``, ``m = (1 - a) x r / (r - 1)``. For ``r = 1`` it
is the normal distribution; for ``a x b = 1`` (a factor of two either way, say) the lognormal of IPCC 2006 Volume 1
Chapter 3. Amounts and factors cannot be negative: what falls below zero counts as zero.
"""

from __future__ import annotations

import numpy as np

from carbonpath.inventory.choice import Floats

Z_95 = 1.959963984540054
"""97.5 % quantile of the standard normal distribution."""

_NEARLY_SYMMETRIC = 1e-9


def multipliers(lower: Floats, upper: Floats, normal: Floats) -> Floats:
    """Return by what the estimates are multiplied in each draw.

    Parameters
    ----------
    lower, upper
        Limits of the 95 % interval in percent of the estimate, one for each row; `lower` is negative.
    normal
        Standard normal numbers, one line for each row, one column for each draw.
    """
    below, above = -lower / 100, upper / 100
    exact = (below <= 0) | (above <= 0)
    ratio = np.divide(above, below, out=np.ones_like(above), where=~exact)
    symmetric = exact | (np.abs(ratio - 1) < _NEARLY_SYMMETRIC)
    scale = np.divide(below * ratio, ratio - 1, out=np.zeros_like(below), where=~symmetric)
    steepness = np.log(ratio) / Z_95
    straight = np.where(exact, 0.0, below / Z_95)
    drawn: Floats = 1.0 + straight[:, None] * normal
    skewed = ~symmetric
    if skewed.any():
        drawn[skewed] = 1.0 + scale[skewed, None] * np.expm1(steepness[skewed, None] * normal[skewed])
    return np.maximum(drawn, 0.0)
