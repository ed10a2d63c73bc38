r"""Sharing an effect out to the measures that make it together: in a given order, and fairly over all orders.

The sequential part of a measure is what it adds when it joins those before it. The Shapley part is the mean of what it
adds over all orders,

.. math::
    \phi_i = \sum_{S \not\ni i} \frac{|S|! \, (n - |S| - 1)!}{n!} \big( v(S \cup \{i\}) - v(S) \big)

Both add up to what all measures do together: there is no residual.

Source: L. S. Shapley, A value for n-person games, Contributions to the Theory of Games II (1953).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import factorial

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
"""Effects, e.g. emissions by year."""
Subset = frozenset[str]
"""Measures taken together."""


def subsets(measures: Sequence[str]) -> Iterator[Subset]:
    """Yield every subset of the measures, the smallest first, each in reading order."""
    for size in range(len(measures) + 1):
        yield from map(frozenset, combinations(measures, size))


def sequential_parts(values: Mapping[Subset, Values], order: Sequence[str]) -> dict[str, Values]:
    """Return what each measure adds in an order, given the values of its beginnings."""
    begun = [frozenset(order[:count]) for count in range(len(order) + 1)]
    return {name: values[begun[place + 1]] - values[begun[place]] for place, name in enumerate(order)}


def shapley_parts(values: Mapping[Subset, Values], measures: Sequence[str]) -> dict[str, Values]:
    """Return the Shapley part of each measure, given the values of all subsets."""
    count = len(measures)
    parts = {}
    for name in measures:
        others = [other for other in measures if other != name]
        total = np.zeros_like(values[frozenset()])
        for subset in subsets(others):
            weight = factorial(len(subset)) * factorial(count - len(subset) - 1) / factorial(count)
            total = total + weight * (values[subset | {name}] - values[subset])
        parts[name] = total
    return parts
