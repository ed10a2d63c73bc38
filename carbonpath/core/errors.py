"""Errors that a user can cause or must know of, one class per exit code of the command line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from carbonpath.core.problems import Problem, errors_among


class CarbonpathError(Exception):
    """A step that stopped, with every problem that stopped it.

    Parameters
    ----------
    problems
        The findings; at least one.
    """

    exit_code: ClassVar[int] = 1
    """Exit code of the command line (docs: exit codes)."""

    def __init__(self, *problems: Problem) -> None:
        if not problems:
            raise ValueError("an error needs at least one problem")
        self.problems = problems
        super().__init__("; ".join(f"{p.code} {p.file} {p.place} {p.value}".strip() for p in problems))

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what another process makes the same error from."""
        return type(self), self.problems


class UsageError(CarbonpathError):
    """The command line cannot be understood."""

    exit_code = 2


class DataError(CarbonpathError):
    """Survey, inventory, factor or system data that cannot be used."""

    exit_code = 3


class ScenarioError(CarbonpathError):
    """A scenario or study file that cannot be used."""

    exit_code = 4


class InfeasibleError(CarbonpathError):
    """No plan satisfies every limit, or costs fall without bound."""

    exit_code = 5


class LimitError(CarbonpathError):
    """The solver stopped at a limit of time, iterations or memory."""

    exit_code = 6


class VerificationError(CarbonpathError):
    """A result that does not survive its independent recomputation."""

    exit_code = 7


class IncompleteError(CarbonpathError):
    """A study or batch that ended with samples missing and can be resumed."""

    exit_code = 8


class StorageError(CarbonpathError):
    """Disk, lock, solver or optional package missing."""

    exit_code = 9


class SafetyError(CarbonpathError):
    """An input refused because opening it could harm."""

    exit_code = 10


def require_valid(problems: Iterable[Problem], error: type[CarbonpathError]) -> tuple[Problem, ...]:
    """Raise `error` with all problems if any of them is an error; return the warnings otherwise."""
    gathered = tuple(problems)
    if errors_among(gathered):
        raise error(*gathered)
    return gathered
