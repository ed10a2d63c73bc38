"""A factor chosen for each key, with its tier and origin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from carbonpath.inventory.keys import Integers, Mask, Texts

Floats = npt.NDArray[np.float64]

MEASURED_TIER = 3
GUIDELINE_TIER = 2
DEFAULT_TIER = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of a table or workbook."""

    value: float
    """The number."""
    tier: int
    """1 default, 2 national or guideline, 3 measured at the firm."""
    told: str
    """Symbol, value, unit and origin in one line."""


MISSING = Entry(float("nan"), 0, "")
"""What stands where no number was found."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One factor for each key."""

    value: Floats
    """The factor; NaN where none was found."""
    tier: Integers
    """1 default, 2 national or guideline, 3 measured at the firm; 0 where none was found."""
    source: Texts
    """Symbol, value, unit and origin in one line; blank where none was found."""

    def at(self, positions: Integers | Mask) -> Choice:
        """Return the choice dealt out to rows, or of some rows only."""
        return Choice(self.value[positions], self.tier[positions], self.source[positions])

    def otherwise(self, other: Choice) -> Choice:
        """Return this choice, filled with `other` where it found nothing."""
        missing = np.isnan(self.value)
        if not missing.any():
            return self
        return Choice(
            np.where(missing, other.value, self.value),
            np.where(missing, other.tier, self.tier),
            np.where(missing, other.source, self.source),
        )

    def where(self, mask: Mask) -> Choice:
        """Return the choice with nothing found outside `mask`."""
        return Choice(np.where(mask, self.value, np.nan), np.where(mask, self.tier, 0), np.where(mask, self.source, ""))


def chosen(entries: Iterable[Entry | None], size: int) -> Choice:
    """Return the choice of one entry for each of `size` keys; None where nothing was found."""
    found = [MISSING if entry is None else entry for entry in entries]
    return Choice(
        np.fromiter((entry.value for entry in found), dtype=float, count=size),
        np.fromiter((entry.tier for entry in found), dtype=np.int64, count=size),
        np.fromiter((entry.told for entry in found), dtype=object, count=size),
    )


def nothing(size: int) -> Choice:
    """Return a choice that found nothing."""
    return Choice(np.full(size, np.nan), np.zeros(size, dtype=np.int64), np.full(size, "", dtype=object))


def fixed(size: int, value: float, tier: int, source: str) -> Choice:
    """Return the same factor for all keys."""
    return Choice(np.full(size, value), np.full(size, tier), np.full(size, source, dtype=object))


def product(tier: Integers, *choices: Choice) -> Choice:
    """Return the product of several factors, with their origins in one line."""
    value = np.ones(len(tier))
    for choice in choices:
        value = value * choice.value
    return Choice(value, tier, joined(*choices))


def joined(*choices: Choice) -> Texts:
    """Return the origins of several factors in one line each, separated by `` | ``."""
    lines = (" | ".join(filter(None, told)) for told in zip(*(choice.source for choice in choices), strict=True))
    return np.fromiter(lines, dtype=object, count=len(choices[0].source))


def told(symbol: str, value: float, unit: str, origin: str) -> str:
    """Return symbol, value, unit and origin in one line."""
    return f"{symbol} {value!r}{'' if unit == '1' else f' {unit}'} ({origin})"
