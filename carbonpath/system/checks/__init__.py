"""Checks of a system before it is solved; each returns problems and never raises."""

from __future__ import annotations

from collections.abc import Callable

from carbonpath.core.problems import Problem
from carbonpath.system.checks.contradictions import check_contradictions
from carbonpath.system.checks.members import check_members
from carbonpath.system.checks.producible import check_producible
from carbonpath.system.checks.values import check_values
from carbonpath.system.checks.years import check_years
from carbonpath.system.system import System

Check = Callable[[System], list[Problem]]

CHECKS: tuple[Check, ...] = (
    check_years,
    check_values,
    check_members,
    check_contradictions,
    check_producible,
)
"""Checks in the order in which their findings are read: what is malformed before what is impossible."""


def check_system(system: System) -> list[Problem]:
    """Return the findings of every check."""
    return [problem for check in CHECKS for problem in check(system)]
