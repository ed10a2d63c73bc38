"""Several scenarios in one command: what is there is reused, what fails does not stop the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from typing import Any

from carbonpath.core.errors import CarbonpathError, IncompleteError, LimitError
from carbonpath.core.problems import Problem
from carbonpath.workflow.fitting import FittedDistrict, fit_district
from carbonpath.workflow.folders import remove_leftovers
from carbonpath.workflow.journal import Journal, Listener, silent
from carbonpath.workflow.lock import project_lock
from carbonpath.workflow.manifest import UNPROVEN
from carbonpath.workflow.pipeline import run_scenario
from carbonpath.workflow.plan import Planned, RunOptions
from carbonpath.workflow.project import Project
from carbonpath.workflow.runs import Run
from carbonpath.workflow.summary import run_entry


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of one scenario."""

    run: Run | None = None
    """Its run; none if it failed. A run kept unproven has an error beside it."""
    reused: bool = False
    """Whether the run was there already."""
    problems: tuple[Problem, ...] = ()
    """What stopped it."""
    error: type[CarbonpathError] | None = None
    """Kind of error that stopped it."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of all scenarios of a command."""

    finished: tuple[Finished, ...]
    """One a scenario, in the order planned."""
    problems: tuple[Problem, ...]
    """Warnings."""

    def runs(self) -> list[Run]:
        """Return the runs of the scenarios that did not fail."""
        return [done.run for done in self.finished if done.run]

    def entries(self) -> list[dict[str, Any]]:
        """Return the finished runs as `run --json` tells them."""
        return [run_entry(done.run, reused=done.reused) for done in self.finished if done.run]

    def require_complete(self) -> None:
        """Raise what stopped any scenario.

        Raises
        ------
        CarbonpathError
            Of the kind of the failures if they are of one kind, else IncompleteError, with all their problems.
        """
        kinds = {done.error for done in self.finished if done.error}
        problems = [problem for done in self.finished if done.error for problem in done.problems]
        if problems:
            raise (kinds.pop() if len(kinds) == 1 else IncompleteError)(*problems)


def run_batch(project: Project, plan: Sequence[Planned], options: RunOptions, listener: Listener = silent) -> Batch:
    """Run what is planned, holding the project's lock.

    Raises
    ------
    StorageError
        CP-950 if another process runs in this project.
    CarbonpathError
        What surveys, inventory and calibration raise; what stops a single scenario is kept in the batch.
    """
    with project_lock(project.state_folder):
        remove_leftovers(project.runs_folder)
        journal = Journal("", listener)
        base = fit_district(project, journal) if any(planned.existing is None for planned in plan) else None
        finish = partial(_finish, project, base, options)
        if options.jobs > 1 and len(plan) > 1:
            finished = tuple(_in_parallel(finish, plan, options.jobs))
        else:
            finished = tuple(finish(planned, journal=Journal(planned.scenario.name, listener)) for planned in plan)
    return Batch(finished, base.problems if base else ())


def _in_parallel(finish: partial[Finished], plan: Sequence[Planned], jobs: int) -> Iterator[Finished]:
    with ProcessPoolExecutor(min(jobs, len(plan)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(finish, plan)


def _finish(
    project: Project, base: FittedDistrict | None, options: RunOptions, planned: Planned, journal: Journal | None = None
) -> Finished:
    """Reuse or run one scenario; what stops it is told in values that processes can hand over."""
    if planned.existing is not None:
        return Finished(planned.existing, reused=True)
    kept = journal or Journal(planned.scenario.name, silent)
    try:
        run = run_scenario(project, _prepared(base), planned, options, kept)
    except CarbonpathError as error:
        return Finished(problems=error.problems, error=type(error))
    if run.manifest.solver.status != UNPROVEN:
        return Finished(run)
    details = {"gap": f"{run.manifest.solver.gap:.3g}"}
    problem = Problem("CP-602", place=planned.scenario.name, value=UNPROVEN, details=details)
    return Finished(run, problems=(problem,), error=LimitError)


def _prepared(base: FittedDistrict | None) -> FittedDistrict:
    if base is None:
        raise RuntimeError("a scenario is to be run and its base was not prepared")
    return base
