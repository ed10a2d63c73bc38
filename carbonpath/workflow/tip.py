"""Tipping values in a project: from which price, share or investment on a technology enters or the peak year moves."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from carbonpath.core.errors import UsageError
from carbonpath.core.messages import Language, text
from carbonpath.core.problems import Problem
from carbonpath.model.labels import label_of
from carbonpath.model.programme import compile_system
from carbonpath.study.crossing import Crossing, Crossings, Side, find_crossings
from carbonpath.study.dial import Dial
from carbonpath.study.knob import (
    Knob,
    ranges,
    turn_capex,
    turn_carbon_price,
    turn_coal_price,
    turn_hydrogen_price,
    turn_parameter,
    turn_scrap_share,
)
from carbonpath.study.until import OutcomeReader, Until, find_technologies, read_until
from carbonpath.system.system import System
from carbonpath.workflow.journal import Journal, Listener, silent
from carbonpath.workflow.named_system import NamedSystem, find_system
from carbonpath.workflow.plans import require_plan
from carbonpath.workflow.project import Project
from carbonpath.workflow.settings import read_settings

PLAIN = {"carbon_price": turn_carbon_price, "hydrogen_price": turn_hydrogen_price, "coal_price": turn_coal_price}
"""Knobs that need nothing but the system."""
STEEL = "crude_steel"
"""Commodity of which scrap is a share."""
CAPEX = re.compile(r"capex\[([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Tipped:
    """What was found along one knob of one scenario."""

    named: NamedSystem
    """Scenario and system."""
    knob: Knob
    """What was turned."""
    until: Until
    """What was looked for."""
    crossings: Crossings
    """Where it changes."""
    solves: int
    """Plans that were looked for."""

    def sentences(self, language: Language) -> list[str]:
        """Return what was found, a sentence a change."""
        low, high = self.crossings.low, self.crossings.high
        words = {"scenario": self.named.title.said(language), "knob": _knob_name(self.knob, self.named, language)}
        if not self.crossings.found:
            key = "always" if low.holds else "never"
            ends = {"low": _amount(low.value, self.knob, language), "high": _amount(high.value, self.knob, language)}
            return [text(f"workflow.tip.{key}", language, **words, **ends, event=self._event(language))]
        return [self._sentence(crossing, words, language) for crossing in self.crossings.found]

    def as_json(self, language: Language) -> dict[str, Any]:
        """Return it as ``study tip --json`` tells it."""
        return {
            "scenario": self.named.scenario,
            "run": self.named.run,
            "param": f"{self.knob.name}[{self.knob.subject}]" if self.knob.subject else self.knob.name,
            "unit": self.knob.range.unit,
            "until": self.until.text,
            "from": self.crossings.low.value,
            "to": self.crossings.high.value,
            "holds_at_from": self.crossings.low.holds,
            "holds_at_to": self.crossings.high.holds,
            "tips": [
                {"value": tip.value, "below": _side(tip.below), "above": _side(tip.above)}
                for tip in self.crossings.found
            ],
            "solves": self.solves,
            "sentences": self.sentences(language),
        }

    def _sentence(self, crossing: Crossing, words: dict[str, str], language: Language) -> str:
        value = _amount(crossing.value, self.knob, language)
        below, above = (side.outcomes.get(self.until.outcome) for side in (crossing.below, crossing.above))
        if self.until.outcome == "peak_year" and below is not None and above is not None:
            years = {"below": f"{below:.0f}", "above": f"{above:.0f}"}
            return text("workflow.tip.peak_moves", language, **words, value=value, **years)
        key = "from" if crossing.above.holds else "up_to"
        return text(f"workflow.tip.{key}", language, **words, value=value, event=self._event(language))

    def _event(self, language: Language) -> str:
        if not self.until.technologies or "<" in self.until.sign:
            return text("workflow.tip.event.condition", language, condition=self.until.text)
        system = self.named.system
        names = [f"{label_of(system, 'technology', name, language)} ({name})" for name in self.until.technologies]
        return text(f"workflow.tip.event.{self.until.outcome}", language, technology=", ".join(names))


def find_tip(
    project: Project,
    reference: str,
    parameter: str,
    condition: str,
    ends: tuple[float | None, float | None] = (None, None),
    *,
    language: Language = "zh",
    listener: Listener = silent,
) -> Tipped:
    """Return where a condition changes as one number of a scenario rises.

    Parameters
    ----------
    project
        Project.
    reference
        Run, or scenario.
    parameter
        ``carbon_price``, ``hydrogen_price``, ``coal_price``, ``scrap_share``, ``capex[TECHNOLOGY]``, or a parameter
        as `--set` takes it, which is multiplied.
    condition
        See `read_until`.
    ends
        Range; None: that of the knob.
    language, listener
        Language of the reasons of changes; told of the stages.

    Raises
    ------
    UsageError
        CP-147 for a range that is none, CP-148 where the knob moves nothing, what `read_until`, `read_settings` and
        `find_system` raise.
    CarbonpathError
        What the model raises.
    """
    named = find_system(project, reference, language, listener)
    until = read_until(condition, named.system)
    knob = find_knob(parameter, named.system)
    low, high = (own if end is None else end for own, end in zip((knob.range.low, knob.range.high), ends, strict=True))
    if not low < high:
        raise UsageError(Problem("CP-147", value=f"{low:g} - {high:g}"))
    with Journal(named.scenario, listener).stage("model"):
        dial = Dial(lambda value: compile_system(knob.turn(named.system, value)), low, high)
        if not dial.moves:
            raise UsageError(Problem("CP-148", value=parameter, details={"scenario": named.scenario}))

        crossings = find_crossings(_looker(dial, until, project.file.boundary), low, high)
        if dial.plans == 0:
            require_plan(named.system, named.scenario)
    return Tipped(named, knob, until, crossings, dial.solves)


def _looker(dial: Dial, until: Until, boundary: str) -> Callable[[float], Side]:
    """Return what tells whether a condition holds at a value."""
    readers: list[OutcomeReader] = []

    def look(value: float) -> Side:
        solution = dial.solve(value)
        if solution is None:
            return Side(value, False, {})
        if not readers or not dial.straight:
            readers[:] = [OutcomeReader(dial.programme(value).columns, until, boundary)]
        outcomes = readers[0].read(solution)
        return Side(value, until.holds(outcomes), outcomes)

    return look


def find_knob(parameter: str, system: System) -> Knob:
    """Return the knob of a name.

    Raises
    ------
    UsageError
        CP-146 for a technology that is not there, and what `read_settings` raises of a parameter.
    """
    if parameter in PLAIN:
        return Knob(parameter, "", ranges()[parameter], PLAIN[parameter])
    if parameter == "scrap_share":
        return Knob(parameter, "", ranges()[parameter], turn_scrap_share(_made(system, STEEL)))
    capex = CAPEX.fullmatch(parameter.strip())
    if capex:
        return Knob("capex", capex[1], ranges()["capex"], turn_capex(find_technologies(system, capex[1])))
    (change,) = read_settings((f"{parameter}*=1",)).changes
    return Knob("parameter", parameter, ranges()["parameter"], turn_parameter(change))


def _made(system: System, commodity: str) -> dict[int, float]:
    """Return what the plan of a system makes of a commodity by year."""
    dial = Dial(lambda _: compile_system(system), 0.0, 1.0)
    solution, programme = dial.solve(0.0), dial.programme(0.0)
    ratios = system.parameter("output_activity_ratio")
    named = system.commodities.loc[system.commodities["base"] == commodity, "commodity"]
    ratios = ratios.loc[ratios["commodity"].isin([*named, commodity])]
    columns = ["technology", "mode", "year", "value"]
    given = {(str(t), str(m), int(y)): float(v) for t, m, y, v in ratios[columns].itertuples(index=False)}
    made: dict[int, float] = {}
    for column, (family, place) in enumerate(programme.columns):
        if family == "activity" and solution is not None:
            year = int(place[4])
            ratio = given.get((str(place[1]), str(place[2]), year), 0.0)
            made[year] = made.get(year, 0.0) + ratio * float(solution.values[column])
    return made


def _knob_name(knob: Knob, named: NamedSystem, language: Language) -> str:
    subject = knob.subject
    if knob.name == "capex":
        names = find_technologies(named.system, knob.subject)
        subject = f"{label_of(named.system, 'technology', names[0], language)} ({knob.subject})"
    return text(f"workflow.tip.knob.{knob.name}", language, subject=subject)


def _amount(value: float, knob: Knob, language: Language) -> str:
    return text(f"workflow.tip.amount.{knob.name}", language, value=f"{value:.4g}", percent=f"{value * 100.0:.1f}")


def _side(side: Side) -> dict[str, Any]:
    return {"value": side.value, "holds": side.holds, "outcomes": dict(side.outcomes)}
