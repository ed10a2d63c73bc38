"""Writing numbers with as many digits as a reader needs."""

from __future__ import annotations

from collections.abc import Iterable


def decimals(values: Iterable[float]) -> int:
    """Return how many decimals show three figures of the largest value."""
    largest = max((abs(value) for value in values), default=0.0)
    return next((digits for digits, bound in enumerate((100.0, 10.0, 1.0)) if largest >= bound), 3)


def written(value: float, digits: int) -> str:
    """Return a number with a true minus sign and no negative zero."""
    text = f"{value:.{digits}f}"
    return text.lstrip("-") if float(text) == 0.0 else text.replace("-", "\u2212")
