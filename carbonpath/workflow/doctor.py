"""Whether this machine and this project are fit for work, one check a line."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError
from pathlib import Path

from carbonpath.charts.fonts import FAMILIES, missing_characters
from carbonpath.core.errors import CarbonpathError, StorageError
from carbonpath.core.messages import LANGUAGES, load_area
from carbonpath.core.problems import Problem
from carbonpath.model.run import solve_system
from carbonpath.workflow.fingerprint import versions
from carbonpath.workflow.project import load_project
from carbonpath.workflow.scenarios import list_scenarios
from carbonpath.workflow.trial import COST, DELIVERED, YEARS, trial_system

OLDEST_PYTHON = (3, 11)
"""Oldest Python that carbonpath runs on."""
ROOM = 1e9
"""Bytes that a few hundred runs take."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    check: str
    """Name of the check, a key of the catalogue."""
    passed: bool
    """Whether all is well."""
    detail: str
    """What was seen."""
    problems: tuple[Problem, ...] = ()
    """What is wrong, where the check knows it as a problem."""


def examine(start: Path) -> list[Finding]:
    """Return the findings of every check, for the project at or above `start`."""
    return [_guarded(name, check, start) for name, check in CHECKS.items()]


def require_fit(findings: list[Finding]) -> None:
    """Raise if a check failed.

    Raises
    ------
    StorageError
        CP-953 for each check that failed.
    """
    failed = [Problem("CP-953", value=found.check, details={"detail": found.detail}) for found in findings]
    if not all(found.passed for found in findings):
        raise StorageError(*(problem for problem, found in zip(failed, findings, strict=True) if not found.passed))


def _guarded(name: str, check: Callable[[Path], tuple[bool, str]], start: Path) -> Finding:
    try:
        return Finding(name, *check(start))
    except CarbonpathError as error:
        return Finding(name, False, str(error), error.problems)


def _python(_start: Path) -> tuple[bool, str]:
    return sys.version_info[
        :2
    ] >= OLDEST_PYTHON, f"{platform.python_version()} {platform.system()} {platform.machine()}"


def _packages(_start: Path) -> tuple[bool, str]:
    try:
        return True, ", ".join(f"{name} {number}" for name, number in versions().items())
    except PackageNotFoundError as missing:
        return False, str(missing)


def _solver(_start: Path) -> tuple[bool, str]:
    expected = len(YEARS) * DELIVERED * COST
    outcome = solve_system(trial_system(), scenario="trial")
    return abs(outcome.objective - expected) < 1e-6 * expected, f"HiGHS: {outcome.status}, {outcome.objective:g}"


def _font(_start: Path) -> tuple[bool, str]:
    words = [str(load_area("indicators", language)) for language in LANGUAGES]
    missing = missing_characters(words)
    return not missing, missing or ", ".join(FAMILIES)


def _project(start: Path) -> tuple[bool, str]:
    project = load_project(start)
    return True, f"{project.folder}: {', '.join(entry.name for entry in list_scenarios(project))}"


def _disk(start: Path) -> tuple[bool, str]:
    free = shutil.disk_usage(start).free
    return free > ROOM, f"{free / 1e9:.1f} GB"


def _cores(_start: Path) -> tuple[bool, str]:
    return True, str(os.cpu_count())


CHECKS: Mapping[str, Callable[[Path], tuple[bool, str]]] = {
    "python": _python,
    "packages": _packages,
    "solver": _solver,
    "font": _font,
    "project": _project,
    "disk": _disk,
    "cores": _cores,
}
"""Every check, in reading order."""
