"""What comes back of a sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Status = Literal["optimal", "infeasible", "unbounded", "stopped", "unverified", "timed_out", "killed"]
"""How a sample ended: with a plan; proven to have none; with cost that falls without bound; stopped by a limit of the
solver; with an answer that was not given out; given up from outside; after killing its worker more than once."""

STATUSES: tuple[Status, ...] = get_args(Status)

FAILED: frozenset[Status] = frozenset({"unbounded", "stopped", "unverified", "timed_out", "killed"})
"""Ends that say nothing about the district."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The end of one sample."""

    id: str
    """The sample."""
    status: Status
    """How it ended."""
    outcomes: tuple[float, ...] = ()
    """Numbers read off the plan, in the order of the programme's columns; none without a plan."""
    detail: str = ""
    """What went wrong, as codes and places."""
    iterations: int = 0
    """Simplex iterations of the first solve."""
    seconds: float = 0.0
    """Seconds of work."""
    anew: bool = False
    """Whether the model was built anew for it."""
