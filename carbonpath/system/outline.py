"""Sets and entities of a system in plain Python: what a model is made from, beside its parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

YEAR_SLICE = "annual"
"""The timeslice of what has one number a year, where other things have one in each timeslice."""

Source = Callable[[str, tuple[Any, ...]], str]
"""From parameter and index to where the number is written; blank if nobody says."""


class Units(NamedTuple):
    """Units of a technology."""

    activity: str
    """Unit of activity."""
    capacity: str
    """Unit of capacity; blank: no capacity is kept."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Who is in a system. No table library is needed to read it."""

    name: str
    """Name of the district or case."""
    regions: tuple[str, ...]
    """Regions."""
    years: tuple[int, ...]
    """Consecutive model years."""
    timeslices: Mapping[str, float]
    """Share of the year by timeslice."""
    technologies: Mapping[str, Units]
    """Units of each technology."""
    balances: Mapping[str, str]
    """How each commodity balances: ``equal`` or ``surplus``."""
    members: tuple[tuple[str, str, float], ...]
    """Group, technology and weight of each member of a group."""
    source: Source
    """Where a number is written."""
    storages: tuple[str, ...] = ()
    """Storages."""
    seasons: tuple[str, ...] = ()
    """Seasons in the order in which they follow each other."""
    day_types: tuple[str, ...] = ()
    """Types of day in the order in which they follow each other in a week."""
    brackets: tuple[str, ...] = ()
    """Parts of a day in the order in which they follow each other."""
    yearly_technologies: frozenset[str] = frozenset()
    """Technologies that have one activity a year."""
    yearly_commodities: frozenset[str] = frozenset()
    """Commodities that balance over the year."""

    @property
    def levelled(self) -> bool:
        """Whether something stands at the level of the year, beside the timeslices."""
        return bool(self.yearly_technologies or self.yearly_commodities)
