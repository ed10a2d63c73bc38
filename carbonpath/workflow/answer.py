"""Answering a scenario as the command line asks: at least cost, for another goal first, or by simulation."""

from __future__ import annotations

from dataclasses import dataclass, replace

from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem
from carbonpath.model.goal import Goal, solve_goal
from carbonpath.model.highs import SolverOptions
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


def answer_system(system: System, mode: Mode, goal: Goal, options: SolverOptions, scenario: str) -> Answer:
    """Return the plan of `system`.

    A simulation lets the structure of the first model year go on: the share of each technology in what is made.

    Parameters
    ----------
    system
        The system of a scenario.
    mode
        ``optimise`` or ``simulate``.
    goal
        What is made least before cost.
    options
        Options of the solver.
    scenario
        Name told in the tables.

    Raises
    ------
    UsageError
        CP-627 if a simulation is asked for another goal than cost.
    CarbonpathError
        What the model raises, but for a plan that a limit kept unproven: it is returned with a warning.
    """
    if mode == "simulate":
        if goal.objective != "cost":
            raise UsageError(Problem("CP-627", value=goal.objective))
        return _simulated(system, options, scenario)
    try:
        if goal.objective == "cost":
            return Answer(system, (), solve_system(system, options, scenario))
        reached = solve_goal(system, goal, options, scenario)
    except UnprovenError as error:
        return Answer(system, (), error.outcome, tuple(replace(one, severity="warning") for one in error.problems))
    return Answer(apply_changes(system, reached.changes), reached.changes, reached.outcome)


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
