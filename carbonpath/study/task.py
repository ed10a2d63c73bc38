"""What is handed to a worker, and what an executor tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from carbonpath.study.answer import Answer


@dataclass(frozen=True, slots=True)
class Sample:
    """One solve."""

    position: int
    """Number in the study, from 0."""
    id: str
    """Hash of what is solved and from where: equal ids have equal answers."""
    scenario: int
    """Position of the scenario in the study."""
    values: tuple[float, ...]
    """Values of the factors."""


@dataclass(frozen=True, slots=True)
class Task:
    """Samples that are walked one after another."""

    samples: tuple[Sample, ...]
    """Samples in the order of the walk."""
    wanted: frozenset[str]
    """Ids whose answers are wanted; the others are walked to come to them."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A sample has its answer."""

    answer: Answer
    """The answer."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A task has come to its end."""

    task: Task
    """The task."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A task has lost its worker."""

    task: Task
    """The task."""
    sample: Sample | None
    """Sample that was being solved; None if it is not known which."""
    overdue: bool
    """Whether the worker was ended because the sample took too long; else it died."""


Event = Answered | Finished | Lost
"""What an executor tells."""


class Executor(Protocol):
    """Solves tasks somewhere else."""

    def wants_more(self) -> bool:
        """Tell whether a worker would otherwise run idle."""

    def submit(self, task: Task) -> None:
        """Take a task."""

    def events(self) -> Iterator[Event]:
        """Wait a little for something to happen, and yield what has."""

    def close(self) -> None:
        """End every worker at once."""
