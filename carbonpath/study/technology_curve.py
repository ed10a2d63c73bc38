"""What each technology saves and costs as the carbon price rises: alone, and one after another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from carbonpath.study.priced import Answer, PricedProgramme

MORE = 0.01
"""Share of its activity by which a technology must grow with the price to count as a measure."""
TINY = 1e-3
"""Mt of emissions (present value) below which a technology saves nothing that can be told."""


@dataclass(frozen=True, slots=True)
class Saving:
    """What a technology, or several, save and cost."""

    discounted: float
    """Present value of emissions saved, Mt."""
    cost: float
    """Present value of the extra cost, million CNY; negative: it saves money."""
    by_year: pd.Series
    """Emissions saved by year, Mt."""

    @property
    def unit_cost(self) -> float | None:
        """Extra cost per tonne, CNY; None where nothing is saved."""
        return self.cost / self.discounted if self.discounted > TINY else None


@dataclass(frozen=True, slots=True)
class TechnologyCurve:
    """Technologies that a carbon price calls for."""

    price: float
    """Price, CNY/t."""
    single: dict[str, Saving]
    """What is lost without one of them while all others may be used."""
    sequential: tuple[tuple[str, Saving], ...]
    """What each saves once those before it are there, the cheapest first."""
    operation: Saving
    """What the price saves without any of them: other use of what is there."""
    whole: Saving
    """What the price saves in all: `sequential` and `operation` together."""


def trace_technologies(programme: PricedProgramme, price: float, candidates: Collection[str]) -> TechnologyCurve:
    """Return what technologies save at a price.

    Left out means: used no more than without the price, in any year; a plan without them therefore always exists. One
    after another, the dearest is left out first; what each step loses adds up to what all save.

    Parameters
    ----------
    programme
        Scenario.
    price
        Carbon price beside the price there is, CNY/t.
    candidates
        Technologies that are a choice: processes, add-ons, purchases of power.
    """
    before, whole = programme.solve(0.0), programme.solve(price)
    used, more = programme.activity(before), programme.activity(whole)
    grown = sorted(name for name in candidates if name in more and more[name] > used[name] + MORE * more[name] + TINY)
    single = {name: saving_between(whole, programme.solve(price, programme.hold([name], before))) for name in grown}
    single = {name: saving for name, saving in single.items() if abs(saving.discounted) > TINY}
    order = sorted(single, key=lambda name: (-_rank(single[name]), name))
    steps: list[tuple[str, Saving]] = []
    idle = [name for name in grown if name not in single]
    last, left_out = programme.solve(price, programme.hold(idle, before)), idle
    rest = saving_between(whole, last)
    for name in order:
        left_out = [*left_out, name]
        after = programme.solve(price, programme.hold(left_out, before))
        steps.append((name, saving_between(last, after)))
        last = after
    operation = _together(rest, saving_between(last, before))
    return TechnologyCurve(price, single, tuple(reversed(steps)), operation, saving_between(whole, before))


def _rank(saving: Saving) -> float:
    """Return the cost per tonne by which technologies are ordered; what saves nothing comes first."""
    cost = saving.unit_cost
    return float("-inf") if cost is None else cost


def saving_between(better: Answer, worse: Answer) -> Saving:
    """Return what one plan saves and costs against another."""
    return Saving(worse.emissions - better.emissions, better.cost - worse.cost, worse.by_year - better.by_year)


def _together(one: Saving, other: Saving) -> Saving:
    return Saving(one.discounted + other.discounted, one.cost + other.cost, one.by_year + other.by_year)
