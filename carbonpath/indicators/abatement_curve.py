r"""The supply curve of abatement that a carbon price draws out of a model, exact as a linear programme is.

The least cost of a plan that pays a price :math:`p` for every tonne is :math:`V(p) = \min_x C(x) + p E(x)`, concave and
piecewise linear in :math:`p`. Between two neighbouring corners the plan changes from one to another at one
price, their step: cost rises by :math:`p \, \Delta E`. The steps therefore add up to the cost difference between the
ends, which is the area under the curve.

The corners are found by the method of Eisner and Severance: where the straight lines of two known plans meet, either
the programme has nothing better, and that price is a step, or it has, and both sides are searched.

Source: M. J. Eisner and D. G. Severance, Mathematical techniques for efficient record segmentation in large shared
databases, Journal of the ACM 23 (1976) 619-635.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

Plan = TypeVar("Plan")


class Corner(NamedTuple, Generic[Plan]):
    """A plan that is least-cost at some price."""

    price: float
    """Price at which it was found."""
    cost: float
    """Its cost without the price."""
    emissions: float
    """What it pays for."""
    plan: Plan
    """The plan itself."""

    def value(self, price: float) -> float:
        """Return what it costs at another price."""
        return self.cost + price * self.emissions


class Step(NamedTuple):
    """The change from one plan to the next along the curve."""

    price: float
    """Price at which both cost the same: the extra cost per tonne."""
    abatement: float
    """Emissions that the next plan saves."""
    cost: float
    """What it costs more."""
    exact: bool
    """Whether no other plan lies between; otherwise the step is the mean of several."""


class Curve(NamedTuple, Generic[Plan]):
    """Plans along rising prices, and the steps between them."""

    corners: tuple[Corner[Plan], ...]
    """Plans, the first without a price."""
    steps: tuple[Step, ...]
    """One fewer than the plans."""

    @property
    def abatement(self) -> float:
        """Emissions that the last plan saves against the first."""
        return self.corners[0].emissions - self.corners[-1].emissions

    @property
    def area(self) -> float:
        """Area under the steps: price times abatement, added up."""
        return sum(step.price * step.abatement for step in self.steps)


def trace_curve(
    solve: Callable[[float], Corner[Plan]], highest: float, most: int, tolerance: float = 1e-9
) -> Curve[Plan]:
    """Return the curve from no price to the highest.

    Parameters
    ----------
    solve
        Returns the least-cost plan at a price.
    highest
        Highest price.
    most
        Solves that may be used; beyond them steps are means, largest first made exact.
    tolerance
        Relative difference of costs, and of emissions, below which two plans are one.
    """
    low, high = solve(0.0), solve(highest)
    scale = max(1.0, abs(low.cost), abs(high.value(highest)))
    known = [low, high]
    waiting = [(low, high)] if _differ(low, high, tolerance) else []
    exact: set[tuple[float, float]] = set()
    for _ in range(most - 2):
        if not waiting:
            break
        waiting.sort(key=lambda pair: pair[0].emissions - pair[1].emissions)
        left, right = waiting.pop()
        price = _meeting(left, right)
        found = solve(price)
        if left.value(price) - found.value(price) <= tolerance * scale:
            exact.add((left.price, right.price))
            continue
        known.append(found)
        waiting += [pair for pair in ((left, found), (found, right)) if _differ(*pair, tolerance)]
    corners = _in_order(known, tolerance)
    steps = tuple(_step(one, other, (one.price, other.price) in exact) for one, other in pairwise(corners))
    return Curve(corners, steps)


def _differ(one: Corner[Plan], other: Corner[Plan], tolerance: float) -> bool:
    return one.emissions - other.emissions > tolerance * max(1.0, abs(one.emissions))


def _meeting(one: Corner[Plan], other: Corner[Plan]) -> float:
    """Return the price at which two plans cost the same."""
    return (other.cost - one.cost) / (one.emissions - other.emissions)


def _in_order(known: Sequence[Corner[Plan]], tolerance: float) -> tuple[Corner[Plan], ...]:
    """Return plans by rising price, each saving more than the one before."""
    ordered = sorted(known, key=lambda corner: corner.price)
    kept = ordered[:1]
    for corner in ordered[1:]:
        if _differ(kept[-1], corner, tolerance):
            kept.append(corner)
    return tuple(kept)


def _step(one: Corner[Plan], other: Corner[Plan], exact: bool) -> Step:
    return Step(_meeting(one, other), one.emissions - other.emissions, other.cost - one.cost, exact)
