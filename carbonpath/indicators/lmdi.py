r"""Logarithmic mean Divisia index, first version (LMDI-I): what each factor of a product adds to its change.

.. math::
    V = \sum_i V_i = \sum_i \prod_k x_{ik}, \qquad
    \Delta V_k = \sum_i L(V_i^T, V_i^0) \ln \frac{x_{ik}^T}{x_{ik}^0}, \qquad
    D_k = \exp \sum_i \frac{L(V_i^T, V_i^0)}{L(V^T, V^0)} \ln \frac{x_{ik}^T}{x_{ik}^0}

with :math:`L(a, b) = (a - b) / (\ln a - \ln b)` and :math:`L(a, a) = a`. Contributions add up to the change, indices
multiply to the ratio: there is no residual.

Sources: B. W. Ang, The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33 (2005) 867-871;
zeros by their analytical limits, R. Wood and M. Lenzen, Energy Policy 34 (2006) 1326-1331.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
"""Factors of categories: one row a category, one column a factor."""

NEARLY_EQUAL = 1e-8
"""Relative distance of two numbers below which their logarithmic mean is told as their mean: it differs by less than
the square of that distance, while the quotient of the definition would lose its digits."""


def logarithmic_mean(a: float, b: float) -> float:
    """Return the logarithmic mean of two numbers of the same sign; 0 if one of them is 0."""
    if a == 0.0 or b == 0.0:
        return 0.0
    if abs(a - b) <= NEARLY_EQUAL * max(abs(a), abs(b)):
        return (a + b) / 2.0
    return (a - b) / float(np.log(a / b))


def additive_effects(start: Matrix, end: Matrix) -> Matrix:
    """Return what each factor adds to the change of each category; all together are the change of the sum.

    Parameters
    ----------
    start, end
        Factors at both ends, of the same shape.
    """
    return np.array([_effects_of_category(*both) for both in zip(start, end, strict=True)])


def multiplicative_effects(start: Matrix, end: Matrix) -> Matrix:
    """Return the index of each factor, by category: over all of them they multiply to the ratio of the sums."""
    total = logarithmic_mean(_total(end), _total(start))
    return np.ones_like(start) if total == 0.0 else np.asarray(np.exp(additive_effects(start, end) / total))


def _total(factors: Matrix) -> float:
    return float(factors.prod(axis=1).sum())


def _effects_of_category(before: Matrix, after: Matrix) -> Matrix:
    """Return the effects of one category.

    Where it is zero at one end, the limit of vanishing factors gives the whole change to the factors that are zero
    there, in equal parts, and nothing to the others. Where it changes its sign, it passes through zero.
    """
    first, last = float(before.prod()), float(after.prod())
    if first * last <= 0.0:
        passing = before * after <= 0.0
        return np.where(passing, (last - first) / passing.sum(), 0.0)
    return np.asarray(logarithmic_mean(last, first) * np.log(after / before))
