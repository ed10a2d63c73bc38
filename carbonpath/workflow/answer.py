"""Answering a scenario as the command line asks: at least cost, for other goals first, without foresight, by shares."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem
from carbonpath.model.goal import Goal, solve_goal
from carbonpath.model.highs import SolverOptions
from carbonpath.model.myopic import MyopicOutcome, solve_myopic
from carbonpath.model.run import ModelOutcome, UnprovenError, solve_system
from carbonpath.model.simulate import frozen_shares, simulate
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System
from carbonpath.workflow.plan import Mode

TOLD_DEVIATIONS = 5
"""Shares that could not be kept, as many as are named in the warning."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A plan and the system that it is a plan of."""

    system: System
    """The system with what was added to it."""
    changes: tuple[Change, ...]
    """What was added: the limits of a goal."""
    outcome: ModelOutcome
    """The plan."""
    problems: tuple[Problem, ...] = ()
    """Warnings: an optimum not proven, shares that could not be kept."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a system."""

    mode: Mode = "optimise"
    """Whether cost decides, knowing all years or only some ahead, or the structure of the first year goes on."""
    goal: Goal = field(default_factory=Goal)
    """What is made least before cost."""
    sight: int = 5
    """Years that a myopic plan sees at a time."""
    step: int = 1
    """Years that it decides at a time."""


def answer_system(system: System, question: Question, options: SolverOptions, scenario: str) -> Answer:
    """Return the plan of `system`.

    A simulation lets the structure of the first model year go on: the share of each technology in what is made.

    Parameters
    ----------
    system
        The system of a scenario.
    question
        What is asked of it.
    options
        Options of the solver.
    scenario
        Name told in the tables.

    Raises
    ------
    UsageError
        CP-627 if a simulation or a myopic plan is asked for another goal than cost.
    CarbonpathError
        What the model raises, but for a plan that a limit kept unproven: it is returned with a warning.
    """
    if question.mode != "optimise" and question.goal.objectives:
        raise UsageError(Problem("CP-627", place=question.mode, value=",".join(question.goal.objectives)))
    if question.mode == "simulate":
        return _simulated(system, options, scenario)
    if question.mode == "myopic":
        found = solve_myopic(system, question.sight, question.step, options, scenario)
        return Answer(system, (), found.outcome, (_price_of_haste(found, scenario),))
    try:
        reached = solve_goal(system, question.goal, options, scenario)
    except UnprovenError as error:
        return Answer(system, (), error.outcome, tuple(replace(one, severity="warning") for one in error.problems))
    changed = apply_changes(system, reached.changes)
    return Answer(changed, reached.changes, reached.outcome, tuple(_ambiguity(reached.outcome, scenario)))


def _ambiguity(outcome: ModelOutcome, scenario: str) -> list[Problem]:
    """Return a warning CP-640 if the plan is not known to be the only one of its cost."""
    ties = outcome.tie_break
    if ties.unique:
        return []
    return [Problem("CP-640", place=scenario, value=str(ties.free), severity="warning")]


def _price_of_haste(found: MyopicOutcome, scenario: str) -> Problem:
    """Return CP-641: what a myopic plan costs beyond perfect foresight."""
    extra = found.outcome.objective - found.perfect_cost
    details = {"percent": f"{100.0 * found.outcome.gap:.3g}", "perfect": f"{found.perfect_cost:.8g}"}
    return Problem("CP-641", place=scenario, value=f"{extra:.6g}", details=details, severity="warning")


def _simulated(system: System, options: SolverOptions, scenario: str) -> Answer:
    first = replace(system, years=system.years[:1])
    measured = solve_system(first, options, scenario).result
    found = simulate(system, frozen_shares(measured, first, first.years[0], system.years), options, scenario)
    if not found.deviations:
        return Answer(system, (), found.outcome)
    named = ", ".join(f"{d.place[1]} {d.place[3]}" for d in found.deviations[:TOLD_DEVIATIONS])
    problem = Problem(
        "CP-628", place=scenario, value=str(len(found.deviations)), details={"named": named}, severity="warning"
    )
    return Answer(system, (), found.outcome, (problem,))
