r"""Sharing an effect out to the measures that make it together: in a given order, and fairly over all orders.

The sequential part of a measure is what it adds when it joins those before it. The Shapley part is the mean of what it
adds over all orders,

.. math::
    \phi_i = \sum_{S \not\ni i} \frac{|S|! \, (n - |S| - 1)!}{n!} \big( v(S \cup \{i\}) - v(S) \big)

Where some selections have no value (a cap that cannot be kept without the measures that make room for it), the mean is
over the orders whose every beginning has one; the weight of a step is then the number of such orders that go through
it. Above a dozen measures the orders are sampled in pairs, each with its reverse, which lowers the scatter; the mean
is told with its 95 % interval. All add up to what the measures do together: there is no residual.

Source: L. S. Shapley, A value for n-person games, Contributions to the Theory of Games II (1953); U. Faigle, W. Kern,
The Shapley value for cooperative games under precedence constraints, Int. J. Game Theory 21 (1992); orders with their
reverse: R. Mitchell et al., Sampling permutations for Shapley value estimation, JMLR 23 (2022).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import factorial, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

Values = NDArray[np.float64]
"""Effects, e.g. emissions by year."""
Subset = frozenset[str]
"""Measures taken together."""
Order = tuple[str, ...]
"""Measures one after another."""

QUANTILE = 0.975
"""Upper end of the interval that is told, as a quantile."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What each measure adds, as a mean over orders."""

    means: Mapping[str, Values]
    """Part of each measure."""
    half_widths: Mapping[str, Values]
    """Half of the 95 % interval of each part; blank where all orders are in the mean."""
    share: float
    """Part of the orders whose every beginning has a value, from 0 to 1."""


def subsets(measures: Sequence[str]) -> Iterator[Subset]:
    """Yield every subset of the measures, the smallest first, each in reading order."""
    for size in range(len(measures) + 1):
        yield from map(frozenset, combinations(measures, size))


def beginnings(order: Sequence[str]) -> list[Subset]:
    """Return the measures after each step of an order, from none to all."""
    return [frozenset(order[:count]) for count in range(len(order) + 1)]


def sequential_parts(values: Mapping[Subset, Values], order: Sequence[str]) -> dict[str, Values]:
    """Return what each measure adds in an order, given the values of its beginnings."""
    begun = beginnings(order)
    return {name: values[begun[place + 1]] - values[begun[place]] for place, name in enumerate(order)}


def shapley_parts(values: Mapping[Subset, Values], measures: Sequence[str]) -> Parts:
    """Return the Shapley part of each measure, given the values of all subsets that have one.

    Raises
    ------
    ValueError
        If no order has a value at every step.
    """
    before, after = _ways(values, measures)
    everything = frozenset(measures)
    orders = before.get(everything, 0)
    if orders == 0:
        raise ValueError("an order with a value at every step is needed")
    blank = np.zeros_like(values[everything])
    means = dict.fromkeys(measures, blank)
    for subset, ways in before.items():
        for name in measures:
            longer = subset | {name}
            if name not in subset and after.get(longer, 0):
                means[name] = means[name] + ways * after[longer] / orders * (values[longer] - values[subset])
    return Parts(means, {}, orders / factorial(len(measures)))


def draw_orders(measures: Sequence[str], pairs: int, generator: np.random.Generator) -> list[Order]:
    """Return orders drawn at random, each followed by its reverse."""
    drawn = (generator.permutation(np.array(list(measures), dtype=object)).tolist() for _ in range(pairs))
    return [tuple(order) for forward in drawn for order in (forward, forward[::-1])]


def sampled_parts(values: Mapping[Subset, Values], orders: Sequence[Order]) -> Parts:
    """Return the mean of what each measure adds over drawn orders, those with a value at every step.

    The interval counts a pair of orders as one draw; where only one of a pair has values, that one is the draw (ratio
    estimator).

    Parameters
    ----------
    values
        Values of the beginnings of the orders, where they have one.
    orders
        What `draw_orders` returns.

    Raises
    ------
    ValueError
        If fewer than two pairs have an order with a value at every step.
    """
    measures = sorted(orders[0])
    whole = [
        [order for order in pair if all(begun in values for begun in beginnings(order))] for pair in _pairs(orders)
    ]
    kept = [pair for pair in whole if pair]
    if len(kept) < 2:
        raise ValueError("two pairs of orders with a value at every step are needed")
    counts = np.array([len(pair) for pair in kept], dtype=float)
    told = [[sequential_parts(values, order) for order in pair] for pair in kept]
    quantile = float(stdtrit(len(kept) - 1, QUANTILE))
    means: dict[str, Values] = {}
    half_widths: dict[str, Values] = {}
    for name in measures:
        sums = np.array([np.sum([parts[name] for parts in pair], axis=0) for pair in told])
        means[name] = sums.sum(axis=0) / counts.sum()
        scatter = sums - counts.reshape(-1, *[1] * (sums.ndim - 1)) * means[name]
        spread = np.sqrt((scatter**2).sum(axis=0)) / counts.sum()
        half_widths[name] = quantile * spread * sqrt(len(kept) / (len(kept) - 1))
    return Parts(means, half_widths, float(counts.sum()) / len(orders))


def _pairs(orders: Sequence[Order]) -> Iterator[Sequence[Order]]:
    return (orders[first : first + 2] for first in range(0, len(orders), 2))


def _ways(values: Mapping[Subset, Values], measures: Sequence[str]) -> tuple[dict[Subset, int], dict[Subset, int]]:
    """Return in how many orders each subset with a value is reached from none, and all are reached from it."""
    before: dict[Subset, int] = {}
    after: dict[Subset, int] = {}
    known = [subset for subset in subsets(measures) if subset in values]
    for subset in known:
        before[subset] = sum(before.get(subset - {name}, 0) for name in subset) if subset else 1
    for subset in reversed(known):
        missing = [name for name in measures if name not in subset]
        after[subset] = sum(after.get(subset | {name}, 0) for name in missing) if missing else 1
    return before, after
