"""Tipping values along a factor of a study."""

from __future__ import annotations

import difflib
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from carbonpath.core.errors import UsageError
from carbonpath.core.labels import shown_unit
from carbonpath.core.messages import Language, text
from carbonpath.core.problems import Problem
from carbonpath.core.units import conversion_factor
from carbonpath.study.asked import with_asked
from carbonpath.study.crossing import Side
from carbonpath.study.designs.grid import Grid
from carbonpath.study.distribution import Uniform
from carbonpath.study.drawn import nominal_row
from carbonpath.study.expression import Condition
from carbonpath.study.factor import Factor
from carbonpath.study.level import Level, level_of
from carbonpath.study.load import load_study
from carbonpath.study.prepare import prepare_study
from carbonpath.study.source import SystemSource
from carbonpath.study.study import Study
from carbonpath.study.tipping import Line, Tipping, find_tips
from carbonpath.workflow.fitting import fit_district
from carbonpath.workflow.journal import Journal, Listener, silent
from carbonpath.workflow.project import Project
from carbonpath.workflow.study_files import find_study, study_names
from carbonpath.workflow.study_systems import ProjectSystems


@dataclass(frozen=True, slots=True)
class TipFound:
    """The tipping values of one scenario."""

    scenario: str
    """Scenario."""
    tipping: Tipping
    """What was found."""
    factor: Factor
    """The factor."""
    levels: tuple[Level | None, ...]
    """What the value of each change means in the system's own units."""

    def sentences(self, language: Language) -> list[str]:
        """Return what was found in words, one sentence a change."""
        found, where = self.tipping, self.tipping.crossings
        name = self.factor.block.title.said(language) or self.factor.name
        words = {"scenario": self.scenario, "factor": name, "condition": found.condition.text}
        if not where.found:
            ends = {"low": f"{where.low.value:.4g}", "high": f"{where.high.value:.4g}"}
            return [text("study.tip.always" if where.low.holds else "study.tip.never", language, **words, **ends)]
        return [
            text(
                f"study.tip.{'rising' if tip.above.holds else 'falling'}",
                language,
                **words,
                value=f"{tip.value:.4g}{_told(level, language)}",
            )
            for tip, level in zip(where.found, self.levels, strict=True)
        ]

    def as_json(self) -> dict[str, Any]:
        """Return what was found with English keys."""
        return {
            "scenario": self.scenario,
            "factor": self.factor.name,
            "until": self.tipping.condition.text,
            "solves": self.tipping.solves,
            "holds_at_low": self.tipping.crossings.low.holds,
            "holds_at_high": self.tipping.crossings.high.holds,
            "tips": [
                {
                    "value": tip.value,
                    "level": None if level is None else asdict(level),
                    "below": _side(tip.below),
                    "above": _side(tip.above),
                }
                for tip, level in zip(self.tipping.crossings.found, self.levels, strict=True)
            ],
        }


def is_study(project: Project, name: str) -> bool:
    """Tell whether a name is that of a study, or a study's file, rather than of a scenario or a run."""
    return name in study_names(project) or Path(name).is_file()


def tip_factor(
    project: Project,
    name: str,
    factor: str,
    condition: str,
    ends: tuple[float | None, float | None] = (None, None),
    listener: Listener = silent,
) -> list[TipFound]:
    """Return from where on a condition holds, when one factor of a study is moved from end to end.

    Parameters
    ----------
    project
        The project.
    name
        The study.
    factor
        Name of the factor.
    condition
        Condition on outcomes, those of the study or any that can be asked for in place.
    ends
        Range; None: the ends of the factor's distribution.
    listener
        Told of the stages.

    Raises
    ------
    UsageError
        CP-492 for a factor that cannot be moved, CP-493 for a range that is none, what `read_condition` raises.
    CarbonpathError
        What the study file, the project and its scenarios raise.
    """
    study = _narrowed(load_study(find_study(project, name)), factor, ends)
    study, read = with_asked(study, condition)
    base = fit_district(project, Journal(study.name, listener))
    return tip_study(study, ProjectSystems(project, base), factor, read)


def tip_study(study: Study, source: SystemSource, parameter: str, condition: Condition) -> list[TipFound]:
    """Return from where on a condition holds along one factor of a study, in each of its scenarios.

    Raises
    ------
    CarbonpathError
        What `prepare_study` raises.
    """
    programme = prepare_study(study, source).programme
    position = next(k for k, factor in enumerate(study.factors) if factor.name == parameter)
    factor = study.factors[position]
    low, high = _range(factor)
    row = tuple(nominal_row(study.factors).tolist())
    found = []
    for number, scenario in enumerate(study.head.scenario):
        tipping = find_tips(programme, Line(parameter, position, low, high, row, number), condition)
        branch = programme.branches[programme.key_of(number, row)]
        values = [(*row[:position], tip.value, *row[position + 1 :]) for tip in tipping.crossings.found]
        levels = tuple(level_of(branch, position, each) for each in values)
        found.append(TipFound(scenario, tipping, factor, levels))
    return found


def _narrowed(study: Study, name: str, ends: tuple[float | None, float | None]) -> Study:
    """Return a study with the range of one factor as asked for, and a design that moves this one only."""
    movable = [factor.name for factor in study.factors if factor.shape is not None]
    if name not in movable:
        near = difflib.get_close_matches(name, movable, n=1)
        details = {"nearest": near[0] if near else "", "known": ", ".join(movable)}
        raise UsageError(Problem("CP-492", str(study.path), value=name, details=details))
    factors = []
    for factor in study.factors:
        if factor.name == name:
            low, high = _range(factor)
            low, high = low if ends[0] is None else ends[0], high if ends[1] is None else ends[1]
            _require_range(low, high)
            nominal = factor.block.model_copy(update={"nominal": factor.nominal})
            moved = replace(factor, block=nominal, shape=Uniform(kind="uniform", low=low, high=high))
            factors.append(moved)
        else:
            factors.append(factor)
    head = study.head.model_copy(update={"correlations": ()})
    return replace(study, factors=tuple(factors), design=Grid(levels={name: 2}), head=head)


def _range(factor: Factor) -> tuple[float, float]:
    low, high = factor.values_within(np.array([0.0, 1.0])).tolist()
    return float(low), float(high)


def _require_range(low: float, high: float) -> None:
    if not low < high:
        raise UsageError(Problem("CP-493", value=f"{low:g} .. {high:g}"))


def _side(side: Side) -> dict[str, Any]:
    outcomes = {name: value for name, value in side.outcomes.items() if np.isfinite(value)}
    return {"value": side.value, "holds": side.holds, "outcomes": outcomes}


def _told(level: Level | None, language: Language) -> str:
    """Return a level in brackets, in the unit of the reader; nothing where there is none."""
    if level is None:
        return ""
    unit = shown_unit(level.unit, language)
    scale = conversion_factor(level.unit, unit) if unit != level.unit else 1.0
    low, high = f"{level.low * scale:.4g}", f"{level.high * scale:.4g}"
    amount = low if low == high else text("study.tip.span", language, low=low, high=high)
    return text("study.tip.level", language, year=level.year, amount=amount, unit=unit)
