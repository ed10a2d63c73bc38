"""Scenario discovery: under which conditions a thing happens, as a box of factor values and as a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from carbonpath.core.errors import ScenarioError
from carbonpath.core.messages import Language, text
from carbonpath.core.problems import Problem
from carbonpath.study.expression import Condition, read_condition
from carbonpath.study.factor import Factor
from carbonpath.study.outcome import FEASIBLE
from carbonpath.study.prim import Box, find_box
from carbonpath.study.results import Results


@dataclass(frozen=True)
class Limit:
    """What a box asks of one factor."""

    factor: Factor
    """The factor."""
    low: float | None
    """Smallest value; None: no limit."""
    high: float | None
    """Largest value; None: no limit."""
    options: tuple[str, ...]
    """Alternatives, if it is a switch."""
    chance: float
    """Quasi-p value: how likely it is that the limit means nothing."""

    def span(self, language: Language) -> str:
        """Return the values that lie in the box, in words, without the name of the factor."""
        if self.options:
            return text("study.or", language).join(self._titles(language))
        ends = {"low": f"{self.low or 0.0:.4g}", "high": f"{self.high or 0.0:.4g}"}
        kind = "high" if self.low is None else "low" if self.high is None else "both"
        return text(
            f"study.range.{kind}", language, **{key: ends[key] for key in ("low", "high") if kind in (key, "both")}
        )

    def told(self, language: Language) -> str:
        """Return the limit in words."""
        name = self.factor.block.title.said(language) or self.factor.name
        if self.options:
            options = text("study.or", language).join(self._titles(language))
            return text("study.discover.options", language, factor=name, options=options)
        if self.low is None:
            return text("study.discover.high", language, factor=name, high=f"{self.high:.4g}")
        if self.high is None:
            return text("study.discover.low", language, factor=name, low=f"{self.low:.4g}")
        return text("study.discover.both", language, factor=name, low=f"{self.low:.4g}", high=f"{self.high:.4g}")

    def _titles(self, language: Language) -> list[str]:
        titles = self.factor.block.alternatives or {}
        return [titles[option].title.said(language) or option for option in self.options]


@dataclass(frozen=True)
class Discovery:
    """When a condition holds."""

    scenario: str
    """Scenario of the samples."""
    condition: Condition
    """What was looked for."""
    samples: int
    """Samples that say something."""
    failed: int
    """Samples that failed or have not been solved: they count neither way."""
    without_plan: int
    """Samples without a plan; a comparison with an outcome that they lack does not hold."""
    base_rate: float
    """Share of all samples for which it holds."""
    density: float
    """Share of the samples in the box for which it holds."""
    coverage: float
    """Share of the cases that the box holds."""
    support: float
    """Share of all samples that lie in the box."""
    limits: tuple[Limit, ...]
    """The box."""

    def sentence(self, language: Language) -> str:
        """Return the discovery as a sentence or two."""
        numbers = {
            "condition": self.condition.text,
            "scenario": self.scenario,
            "samples": self.samples,
            "base": f"{100 * self.base_rate:.0f}",
            "density": f"{100 * self.density:.0f}",
            "coverage": f"{100 * self.coverage:.0f}",
            "support": f"{100 * self.support:.0f}",
            "without": self.without_plan,
        }
        said = [limit.told(language) for limit in self.limits]
        key = "study.discover.sentence" if said else "study.discover.nothing"
        sentence = text(key, language, limits=text("study.and", language).join(said), **numbers)
        chances = [
            f"{limit.factor.block.title.said(language) or limit.factor.name} {limit.chance:.2g}"
            for limit in self.limits
        ]
        more = [text("study.discover.chances", language, chances="; ".join(chances))] if chances else []
        if self.without_plan:
            more.append(text("study.discover.without", language, **numbers))
        for other in more:
            sentence = text("study.joined", language, one=sentence, two=other)
        return sentence


def discover(results: Results, condition: str) -> Discovery:
    """Return under which factor values a condition holds.

    Raises
    ------
    UsageError
        What `read_condition` raises.
    ScenarioError
        CP-481 if it holds in every sample or in none, so that there is nothing to tell apart.
    """
    read = read_condition(condition, (*results.outcomes, FEASIBLE))
    told = results.told
    wanted = np.array([read.holds(_outcomes(results, row)) for row in np.flatnonzero(told).tolist()], dtype=bool)
    if not wanted.any() or wanted.all():
        details = {"count": str(int(wanted.sum())), "samples": str(wanted.size)}
        raise ScenarioError(Problem("CP-481", str(results.study.path), value=condition, details=details))
    factors = results.study.factors
    found = find_box(results.values[told], wanted, tuple(bool(factor.options) for factor in factors))
    return Discovery(
        scenario=results.scenario,
        condition=read,
        samples=int(told.sum()),
        failed=int(np.sum(~told)),
        without_plan=int(np.sum(results.status == "infeasible")),
        base_rate=found.base_rate,
        density=found.box.density,
        coverage=found.box.coverage,
        support=found.box.support,
        limits=tuple(_limits(factors, found.box, found.chance)),
    )


def _outcomes(results: Results, row: int) -> Mapping[str, float]:
    return {name: float(results.outcome(name)[row]) for name in (*results.outcomes, FEASIBLE)}


def _limits(factors: Sequence[Factor], box: Box, chance: Mapping[int, float]) -> list[Limit]:
    limits = []
    for position, factor in enumerate(factors):
        if position not in chance:
            continue
        low, high = float(box.low[position]), float(box.high[position])
        options = tuple(factor.told(value) for value in sorted(box.kept[position] or ()))
        limits.append(
            Limit(
                factor,
                low if np.isfinite(low) else None,
                high if np.isfinite(high) else None,
                options,
                chance[position],
            )
        )
    return sorted(limits, key=lambda limit: limit.chance)
