"""Studies of a project: what they would cost, solving them, and how far they are."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from carbonpath.core.errors import IncompleteError
from carbonpath.core.files import file_sha256
from carbonpath.core.problems import Problem
from carbonpath.core.tables import write_table
from carbonpath.study.engine import installed_engine
from carbonpath.study.ensemble import solve_samples
from carbonpath.study.evaluate import Evaluator
from carbonpath.study.executors import open_executor
from carbonpath.study.ledger import LEDGER, Ledger, open_ledger
from carbonpath.study.load import load_study
from carbonpath.study.prepare import Prepared, prepare_study
from carbonpath.study.progress import Progress
from carbonpath.study.results import load_results, wide_table
from carbonpath.study.study import Study
from carbonpath.workflow.fitting import fit_district
from carbonpath.workflow.journal import Journal, Listener, silent
from carbonpath.workflow.lock import project_lock
from carbonpath.workflow.project import Project
from carbonpath.workflow.study_files import find_study, study_folder
from carbonpath.workflow.study_systems import ProjectSystems

StudyProgress: TypeAlias = Progress
"""How far a study is."""
SAMPLES = "samples.csv"
"""File of a study's samples, one row each."""
STATE = ".state"
"""Folder of a study's lock."""
PROBES = 6
"""Samples that are solved for an estimate of time."""
SHOWN = 20
"""Samples that are named when a study ends with some missing."""


@dataclass(frozen=True, slots=True)
class StudyOptions:
    """What the command line asks for."""

    executor: str = "local"
    """Where samples are solved."""
    jobs: int = 1
    """Processes on this machine."""
    retry: bool = False
    """Whether samples that failed are tried again."""


@dataclass(frozen=True, slots=True)
class StudyPlan:
    """What a study would cost."""

    study: Study
    """The study."""
    samples: int
    """Samples."""
    solves: int
    """Different samples: equal ones are solved once."""
    done: int
    """Samples that have an answer already."""
    seconds_per_sample: float
    """Seconds of one process for a sample, measured on a few."""
    seconds: float
    """Estimate for the rest, with the processes asked for."""
    notes: tuple[Problem, ...]
    """What a reader should know."""


@dataclass(frozen=True, slots=True)
class StudyRun:
    """A study after a session."""

    study: Study
    """The study."""
    folder: Path
    """Its folder."""
    progress: Progress
    """How far it is."""
    problems: tuple[Problem, ...]
    """Samples that failed."""
    notes: tuple[Problem, ...]
    """What a reader should know."""
    sha256: str
    """Hash of the table of samples."""

    def require_complete(self) -> None:
        """Raise if samples failed or are missing.

        Raises
        ------
        IncompleteError
            CP-800 for samples without an answer, CP-801 to CP-803 for each that failed.
        """
        if self.problems:
            raise IncompleteError(*self.problems)


def open_study(project: Project, name: str, listener: Listener = silent) -> Prepared:
    """Return a study of a project ready to be solved; nothing is written.

    Raises
    ------
    CarbonpathError
        What the study file, the project and its scenarios raise.
    """
    study = load_study(find_study(project, name))
    base = fit_district(project, Journal(study.name, listener))
    return prepare_study(study, ProjectSystems(project, base), installed_engine())


def plan_study(project: Project, name: str, options: StudyOptions, listener: Listener = silent) -> StudyPlan:
    """Return what a study would cost: samples, and an estimate of time from a few of them. Nothing is written."""
    return plan_prepared(open_study(project, name, listener), study_folder(project, name), options)


def plan_prepared(prepared: Prepared, folder: Path, options: StudyOptions) -> StudyPlan:
    """Return what a study that is ready would cost; `folder` may hold its ledger."""
    samples = prepared.samples
    known = _known(folder)
    left = {sample.id for sample in samples.rows} - known
    evaluator = Evaluator(prepared.programme)
    walks = [walk for walk in samples.walks if any(samples.rows[row].id in left for row in walk)]
    chosen = [walks[(position * len(walks)) // PROBES] for position in range(PROBES)] if walks else []
    begun = time.perf_counter()
    count = sum(len(list(evaluator.walk([samples.rows[row] for row in walk[:PROBES]]))) for walk in chosen)
    each = (time.perf_counter() - begun) / count if count else 0.0
    return StudyPlan(
        study=prepared.study,
        samples=len(samples.rows),
        solves=len({sample.id for sample in samples.rows}),
        done=sum(sample.id in known for sample in samples.rows),
        seconds_per_sample=each,
        seconds=each * len(left) / max(1, options.jobs),
        notes=prepared.notes,
    )


def run_study(
    project: Project,
    name: str,
    options: StudyOptions,
    listener: Listener = silent,
    told: Callable[[Progress], None] | None = None,
) -> StudyRun:
    """Solve every sample of a study that has no answer yet, and write the table of samples.

    Raises
    ------
    StorageError
        CP-950 if another process runs the study; what the ledger and the executor raise.
    CarbonpathError
        What `open_study` raises.
    """
    folder = study_folder(project, name)
    find_study(project, name)
    with project_lock(folder / STATE):
        return run_prepared(open_study(project, name, listener), folder, options, told)


def run_prepared(
    prepared: Prepared, folder: Path, options: StudyOptions, told: Callable[[Progress], None] | None = None
) -> StudyRun:
    """Solve what is left of a study that is ready, with its ledger and its table in `folder`.

    Raises
    ------
    StorageError
        What the ledger and the executor raise.
    """
    study = prepared.study
    with open_ledger(folder, write=True) as ledger:
        if options.retry:
            ledger.forget_failed()
        ledger.write_samples(
            prepared.samples,
            scenarios=study.head.scenario,
            factors=study.factor_names,
            columns=prepared.programme.columns,
            units=prepared.programme.units,
        )
        progress = _solved(prepared, ledger, options, told)
        write_table(wide_table(load_results(study, ledger)), folder / SAMPLES)
        problems = tuple(_failures(ledger, progress, study))
    return StudyRun(study, folder, progress, problems, prepared.notes, file_sha256(folder / SAMPLES))


def study_status(project: Project, name: str) -> Progress:
    """Return how far a study is; it may be running elsewhere.

    Raises
    ------
    StorageError
        CP-967 if it has not been run.
    """
    with open_ledger(study_folder(project, name), write=False) as ledger:
        return ledger.progress()


def _solved(
    prepared: Prepared, ledger: Ledger, options: StudyOptions, told: Callable[[Progress], None] | None
) -> Progress:
    progress = ledger.progress()
    if progress.done == progress.samples:
        return progress
    limit = prepared.study.head.time_limit
    executor = open_executor(options.executor, prepared.programme, options.jobs, limit)
    return solve_samples(prepared.samples, ledger, executor, told)


def _known(folder: Path) -> set[str]:
    if not (folder / LEDGER).is_file():
        return set()
    with open_ledger(folder, write=False) as ledger:
        return set(ledger.known())


def _failures(ledger: Ledger, progress: Progress, study: Study) -> Iterator[Problem]:
    file = str(study.path)
    if progress.done < progress.samples:
        details = {"samples": str(progress.samples)}
        yield Problem("CP-800", file, value=str(progress.samples - progress.done), details=details)
    codes = {"killed": "CP-801", "timed_out": "CP-802"}
    for position, status, detail in ledger.failures()[:SHOWN]:
        details = {"status": status, "detail": detail, "limit": f"{study.head.time_limit:g}"}
        yield Problem(codes.get(status, "CP-803"), file, value=str(position), details=details)
