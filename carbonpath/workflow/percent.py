"""Shares as people write them: percentages, alone or in a list."""

from __future__ import annotations

import re

from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem

_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*[%％]")


def read_percents(words: str) -> tuple[float, ...]:
    """Return the shares of a list such as ``0.5%,2%,5%``.

    Raises
    ------
    UsageError
        CP-629 for an entry that is no percentage.
    """
    found = [(word, _PERCENT.fullmatch(word.strip())) for word in words.split(",")]
    wrong = [Problem("CP-629", value=word) for word, share in found if share is None]
    if wrong:
        raise UsageError(*wrong)
    return tuple(float(share[1]) / 100.0 for _, share in found if share)


def read_percent(words: str) -> float:
    """Return the share of a percentage such as ``2%``.

    Raises
    ------
    UsageError
        CP-629 if it is none, or more than one.
    """
    shares = read_percents(words)
    if len(shares) != 1:
        raise UsageError(Problem("CP-629", value=words))
    return shares[0]
