"""Writing numbers with as many digits as a reader needs."""

from __future__ import annotations

from collections.abc import Iterable


def decimals(values: Iterable[float], figures: int = 3) -> int:
    """Return how many decimals show so many figures of the largest value, at most as many as figures."""
    largest = max((abs(value) for value in values), default=0.0)
    return next((digits for digits in range(figures) if largest >= 10.0 ** (figures - 1 - digits)), figures)


def written(value: float, digits: int) -> str:
    """Return a number with a true minus sign and no negative zero."""
    text = f"{value:.{digits}f}"
    return text.lstrip("-") if float(text) == 0.0 else text.replace("-", "\u2212")
