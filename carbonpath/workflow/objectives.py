"""Objectives as people write them: a list, the first the most important, cost always the last."""

from __future__ import annotations

from typing import get_args

from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem
from carbonpath.model.goal import Objective

COST = "cost"
"""What decides in the end; may be written."""


def read_objectives(words: str) -> tuple[Objective, ...]:
    """Return what is made least before cost, of a list such as ``peak,cumulative,cost``.

    Raises
    ------
    UsageError
        CP-137 for a name that is no objective or comes twice, or where something follows cost.
    """
    names = [word.strip() for word in words.split(",")]
    known: tuple[Objective, ...] = get_args(Objective)
    before = names[:-1] if names[-1] == COST else names
    if len(set(before)) < len(before) or not set(before) <= set(known):
        raise UsageError(Problem("CP-137", value=words, details={"known": ", ".join((*known, COST))}))
    return tuple(name for word in before for name in known if name == word)
