"""Plans of many selections of measures: the levers applied once a branch, the solver going on from plan to plan.

Selections that share their first levers share the system with those applied. Their programmes differ in limits, costs
and coefficients of the same columns; each is solved in one frame of rows, from the basis of the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

import numpy as np

from carbonpath.core.errors import InfeasibleError, ScenarioError, require_valid
from carbonpath.indicators.attribution import Subset, Values
from carbonpath.model.framed import Frame
from carbonpath.model.highs import Basis, SolverOptions
from carbonpath.model.programme import compile_system
from carbonpath.model.restart import Restarter
from carbonpath.model.solve import Solution, solve
from carbonpath.scenario.agreement import check_overlaps
from carbonpath.scenario.levers import LEVERS
from carbonpath.scenario.scenario import Scenario
from carbonpath.scenario.site import Site
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System
from carbonpath.workflow.measures import Measures, levers_of
from carbonpath.workflow.plans import Plan, released_columns, released_table

SLICE = 64
"""Selections that are solved in one go, each from the plan of the one before: the same on any number of processes."""
OPTIONS = SolverOptions(tie_proof=False)
"""Ties of cost are broken as in a run; that the plan is the only one is not proven."""
UNBOUNDED = "CP-501"
"""Code of a plan whose cost falls without bound: a mistake, not a selection without a plan."""


@dataclass(frozen=True, slots=True)
class Layer:
    """What one lever changes."""

    measure: str
    """Measure to which it belongs; blank for a lever on which scenario and reference agree."""
    pulled: tuple[Change, ...]
    """Changes of the scenario."""
    left: tuple[Change, ...]
    """Changes of the reference."""

    def changes(self, chosen: Subset) -> tuple[Change, ...]:
        """Return the changes with `chosen` of the measures."""
        return self.pulled if self.measure in chosen else self.left


@dataclass(frozen=True, slots=True)
class Selections:
    """A system and the layers that selections of measures lay upon it, in the order in which levers act."""

    system: System
    """System before any lever."""
    layers: tuple[Layer, ...]
    """Levers of scenario and reference."""
    measures: tuple[str, ...]
    """Measures."""

    def ordered(self, chosen: Sequence[Subset]) -> list[Subset]:
        """Return selections so that neighbours share as many of the first levers as can be."""
        return sorted(chosen, key=lambda subset: [layer.measure in subset for layer in self.layers])

    def systems(self, chosen: Sequence[Subset]) -> Iterator[System]:
        """Yield the system of each selection; what it shares with the one before is not applied again."""
        standing: list[tuple[bool, System]] = []
        for subset in chosen:
            marks = [layer.measure in subset for layer in self.layers]
            same = next((at for at, (mark, _) in enumerate(standing) if mark != marks[at]), len(standing))
            del standing[same:]
            for layer, mark in zip(self.layers[same:], marks[same:], strict=True):
                below = standing[-1][1] if standing else self.system
                changes = layer.changes(subset)
                standing.append((mark, apply_changes(below, changes) if changes else below))
            yield standing[-1][1]


def find_selections(measures: Measures, system: System) -> Selections:
    """Return what the measures of a scenario lay upon a system.

    Raises
    ------
    ScenarioError
        What the levers raise; CP-452 if a lever of one and another lever of the other set a number differently.
    """
    home = {lever: name for name in measures.names for lever in levers_of(name)}
    layers = [
        Layer(
            home.get(lever.lever, ""),
            _changes(measures.scenario, lever.lever, system),
            _changes(measures.reference, lever.lever, system),
        )
        for lever in LEVERS
        if ("levers", lever.lever) in {**measures.scenario.settings, **measures.reference.settings}
    ]
    for name in measures.names:
        alone = [change for layer in layers for change in layer.changes(frozenset([name]))]
        require_valid(check_overlaps(alone), ScenarioError)
    return Selections(system, tuple(layers), measures.names)


def solve_selections(
    selections: Selections, chosen: Sequence[Subset], jobs: int, told: Callable[[int, int], None]
) -> dict[Subset, Plan]:
    """Return the plan of each selection that has one.

    Parameters
    ----------
    selections
        System and layers.
    chosen
        Selections.
    jobs
        Processes.
    told
        Told how many of how many are solved.

    Raises
    ------
    CarbonpathError
        What the model raises, that there is no plan apart.
    """
    ordered = selections.ordered(chosen)
    slices = [ordered[first : first + SLICE] for first in range(0, len(ordered), SLICE)]
    solve_slice = partial(_solve_slice, selections, _start(selections))
    plans: dict[Subset, Plan] = {}
    told(0, len(ordered))
    done = 0
    for part, found in zip(slices, _mapped(solve_slice, slices, jobs), strict=True):
        done += len(part)
        told(done, len(ordered))
        for subset, numbers in zip(part, found, strict=True):
            if numbers is not None:
                plans[subset] = Plan(
                    selections.system, float(numbers[0]), released_table(numbers[1:], selections.system)
                )
    return plans


def _mapped(
    solve_slice: Callable[[Sequence[Subset]], list[Values | None]], slices: Sequence[Sequence[Subset]], jobs: int
) -> Iterator[list[Values | None]]:
    if min(jobs, len(slices)) < 2:
        yield from map(solve_slice, slices)
        return
    with ProcessPoolExecutor(min(jobs, len(slices)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(solve_slice, slices)


def _frame(selections: Selections) -> Frame:
    ends = selections.systems([frozenset(), frozenset(selections.measures)])
    return Frame([compile_system(system) for system in ends])


def _start(selections: Selections) -> Basis | None:
    """Return the basis of the plan with all measures."""
    frame = _frame(selections)
    (system,) = selections.systems([frozenset(selections.measures)])
    whole = frame.fitted(compile_system(system))
    return None if whole is None else Restarter(whole, OPTIONS).find_basis(whole)


def _solve_slice(selections: Selections, start: Basis | None, chosen: Sequence[Subset]) -> list[Values | None]:
    """Return cost and emissions of each selection, in a row; None for one that has no plan."""
    frame = _frame(selections)
    restarter: Restarter | None = None
    released: list[int] = []
    answers: list[Values | None] = []
    for subset, system in zip(chosen, selections.systems(chosen), strict=True):
        try:
            compiled = compile_system(system)
            fitted = frame.fitted(compiled)
            if fitted is None:
                solution, own = solve(compiled, OPTIONS, str(sorted(subset))), released_columns(compiled, system)
            else:
                restarter = restarter or Restarter(fitted, OPTIONS, start)
                solution = restarter.step(fitted, str(sorted(subset)))
                own = released = released or released_columns(fitted, system)
        except InfeasibleError as error:
            if error.problems[0].code == UNBOUNDED:
                raise
            answers.append(None)
            continue
        answers.append(_numbers(solution, own))
    return answers


def _numbers(solution: Solution, columns: Sequence[int]) -> Values:
    released = np.where(np.array(columns) < 0, 0.0, solution.values[columns])
    return np.concatenate([[solution.objective], released])


def _changes(scenario: Scenario, lever: str, system: System) -> tuple[Change, ...]:
    setting = scenario.lever_settings().get(lever)
    if setting is None:
        return ()
    return tuple(scenario.levers[lever].changes(Site(system, lever, setting.document, setting.key)))
