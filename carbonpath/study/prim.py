"""Finding the box of factor values in which samples of a kind gather (PRIM: peel, then paste).

Peeling starts from all samples and cuts off, step by step, the thin slice at the end of one factor whose loss raises
the density of wanted samples most for what it takes away (Friedman and Fisher 1999). Of the boxes on the way the one
with the best balance of density and coverage is kept, widened where that costs no density, and rid of restrictions
that chance could have made (quasi-p values of Bryant and Lempert 2010).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy.stats import binom

from carbonpath.study.distribution import Floats

Mask = npt.NDArray[np.bool_]

PEEL = 0.05
"""Share of the samples in the box that a peel takes off."""
SMALLEST = 0.05
"""Share of all samples that a box must hold."""
CHANCE = 0.05
"""Quasi-p value above which a restriction is dropped."""


@dataclass(frozen=True)
class Box:
    """Limits of factors, and what lies within them."""

    low: Floats
    """Lower limit of each factor; minus infinity: none."""
    high: Floats
    """Upper limit of each factor; infinity: none."""
    kept: tuple[frozenset[float] | None, ...]
    """Alternatives of each switch that are in the box; None: all, or no switch."""
    inside: Mask
    """Samples in the box."""
    density: float
    """Share of wanted samples among those in the box."""
    coverage: float
    """Share of the wanted samples that are in the box."""

    @property
    def support(self) -> float:
        """Share of all samples that are in the box."""
        return float(self.inside.mean())

    def restricts(self, factor: int) -> bool:
        """Tell whether the box limits a factor."""
        limited = bool(np.isfinite(self.low[factor]) or np.isfinite(self.high[factor]))
        return limited or self.kept[factor] is not None


@dataclass(frozen=True)
class Found:
    """The box, and how sure each of its limits is."""

    box: Box
    """The box."""
    base_rate: float
    """Share of wanted samples among all."""
    chance: dict[int, float]
    """Quasi-p value of each factor that the box limits."""


def find_box(values: Floats, wanted: Mask, switches: tuple[bool, ...]) -> Found:
    """Return the box in which `wanted` samples gather.

    Parameters
    ----------
    values
        Factors, samples by factors.
    wanted
        Samples that are looked for; some, but not all.
    switches
        Whether each factor is a switch between alternatives.
    """
    everything = Box(
        low=np.full(values.shape[1], -np.inf),
        high=np.full(values.shape[1], np.inf),
        kept=(None,) * values.shape[1],
        inside=np.ones(values.shape[0], dtype=bool),
        density=float(wanted.mean()),
        coverage=1.0,
    )
    search = _Search(values, wanted, switches)
    best = max(search.peeled(everything), key=_balance)
    best = search.pasted(best)
    while True:
        chance = search.chances(best)
        weak = [factor for factor, value in chance.items() if value > CHANCE]
        if not weak:
            return Found(best, everything.density, chance)
        best = search.without(best, max(weak, key=lambda factor: chance[factor]))


def _balance(box: Box) -> float:
    total = box.density + box.coverage
    return 2.0 * box.density * box.coverage / total if total else 0.0


def _most_for_least(box: Box, peels: list[Box]) -> Box:
    """Return the peel that raises the density most for the samples it takes away."""
    return max(peels, key=lambda peel: ((peel.density - box.density) / (box.support - peel.support), peel.support))


class _Search:
    def __init__(self, values: Floats, wanted: Mask, switches: tuple[bool, ...]) -> None:
        self._values, self._wanted, self._switches = values, wanted, switches
        self._smallest = max(1, int(np.ceil(SMALLEST * values.shape[0])))

    def peeled(self, box: Box) -> Iterator[Box]:
        """Yield the boxes on the way from all samples to the smallest box."""
        while True:
            yield box
            if box.density == 1.0:
                return
            smaller = [peel for peel in self._peels(box) if peel.inside.sum() >= self._smallest]
            if not smaller:
                return
            box = _most_for_least(box, smaller)

    def pasted(self, box: Box) -> Box:
        """Return the box with limits moved outwards as long as that raises its density, or costs none."""
        while True:
            wider = [paste for paste in self._pastes(box) if paste.density >= box.density]
            if not wider:
                return box
            box = max(wider, key=lambda paste: (paste.density, paste.support))

    def chances(self, box: Box) -> dict[int, float]:
        """Return for each limited factor how likely so many wanted samples are if the limit meant nothing."""
        found = {}
        for factor in range(self._values.shape[1]):
            if box.restricts(factor):
                wide = self.without(box, factor)
                count, hits = int(box.inside.sum()), int((box.inside & self._wanted).sum())
                found[factor] = float(binom.sf(hits - 1, count, wide.density))
        return found

    def without(self, box: Box, factor: int) -> Box:
        """Return the box without its limits of one factor."""
        low, high = box.low.copy(), box.high.copy()
        low[factor], high[factor] = -np.inf, np.inf
        kept = tuple(None if position == factor else options for position, options in enumerate(box.kept))
        return self._box(replace(box, low=low, high=high, kept=kept))

    def _box(self, limits: Box) -> Box:
        inside = np.all((self._values >= limits.low) & (self._values <= limits.high), axis=1)
        for factor, options in enumerate(limits.kept):
            if options is not None:
                inside &= np.isin(self._values[:, factor], sorted(options))
        count, hits = int(inside.sum()), int((inside & self._wanted).sum())
        density = hits / count if count else 0.0
        coverage = hits / max(1, int(self._wanted.sum()))
        return replace(limits, inside=inside, density=density, coverage=coverage)

    def _peels(self, box: Box) -> Iterator[Box]:
        for factor in range(self._values.shape[1]):
            there = np.unique(self._values[box.inside, factor])
            if there.size < 2:
                continue
            if self._switches[factor]:
                for option in there.tolist():
                    rest = frozenset(there.tolist()) - {option}
                    kept = (*box.kept[:factor], rest, *box.kept[factor + 1 :])
                    yield self._box(replace(box, kept=kept))
                continue
            numbers = self._values[box.inside, factor]
            for low in (True, False):
                limit = _next_inside(numbers, low=low)
                limits = (box.low.copy(), box.high.copy())
                limits[0 if low else 1][factor] = limit
                yield self._box(replace(box, low=limits[0], high=limits[1]))

    def _pastes(self, box: Box) -> Iterator[Box]:
        for factor in range(self._values.shape[1]):
            if self._switches[factor] or not box.restricts(factor):
                continue
            for low in (True, False):
                bound = box.low[factor] if low else box.high[factor]
                if not np.isfinite(bound):
                    continue
                open_end = self.without(box, factor)
                numbers = np.sort(self._values[open_end.inside, factor])
                beyond = numbers[numbers < bound][::-1] if low else numbers[numbers > bound]
                limits = (box.low.copy(), box.high.copy())
                step = max(1, int(PEEL * box.inside.sum()))
                limit = beyond[step - 1] if beyond.size >= step else (-np.inf if low else np.inf)
                limits[0 if low else 1][factor] = limit
                yield self._box(replace(box, low=limits[0], high=limits[1]))


def _next_inside(numbers: Floats, *, low: bool) -> float:
    """Return the first value that stays when a thin slice is cut off; at least one distinct value goes."""
    if low:
        rest = numbers[numbers >= np.quantile(numbers, PEEL)]
        return float((rest if rest.min() > numbers.min() else numbers[numbers > numbers.min()]).min())
    rest = numbers[numbers <= np.quantile(numbers, 1.0 - PEEL)]
    return float((rest if rest.max() < numbers.max() else numbers[numbers < numbers.max()]).max())
