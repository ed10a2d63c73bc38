"""Sparse index sets of storage: who fills and empties it, and how timeslices follow each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carbonpath.model.grid import Grid, anywhere
from carbonpath.model.parameters import Index, Values
from carbonpath.system.outline import Outline

Links = Mapping[tuple[str, str], tuple[tuple[str, str, float], ...]]
"""From region and storage to technology, mode and amount per unit of activity."""


@dataclass(frozen=True, slots=True)
class StorageSets:
    """Index sets and neighbourhoods of storage, every one in order."""

    seasons: tuple[str, ...]
    """Seasons in the order in which they follow each other."""
    day_types: tuple[str, ...]
    """Types of day in the order in which they follow each other in a week."""
    brackets: tuple[str, ...]
    """Parts of a day in the order in which they follow each other."""
    storage: tuple[Index, ...]
    """Region and storage of each storage that is linked or starts with something in it."""
    level: tuple[Index, ...]
    """Region, storage, year."""
    season_level: tuple[Index, ...]
    """Region, storage, season, year."""
    week_level: tuple[Index, ...]
    """Region, storage, season, day type, year."""
    flow: tuple[Index, ...]
    """Region, storage, season, day type, bracket, year."""
    new_capacity: tuple[Index, ...]
    """Region, storage, year in which storage capacity may be built."""
    fillers: Links
    """Who puts into a storage."""
    emptiers: Links
    """Who takes from a storage."""
    slices: Mapping[tuple[str, str, str], tuple[tuple[str, float], ...]]
    """Timeslices of a season, day type and bracket, each with its weight."""


def build_storage_sets(outline: Outline, parameters: Mapping[str, Values], grid: Grid) -> StorageSets:
    """Return the index sets that the storages of `outline` need."""
    running = set(grid.places(anywhere(grid.runs, 2), "region", "technology", "mode"))
    fillers = _links(parameters["technology_to_storage"], running)
    emptiers = _links(parameters["technology_from_storage"], running)
    filled = {index for index, level in parameters["storage_level_start"].items() if level}
    storage = tuple(sorted(set(fillers) | set(emptiers) | filled))
    return StorageSets(
        seasons=outline.seasons,
        day_types=outline.day_types,
        brackets=outline.brackets,
        storage=storage,
        level=_product(storage, outline.years),
        season_level=_product(storage, outline.seasons, outline.years),
        week_level=_product(storage, outline.seasons, outline.day_types, outline.years),
        flow=_product(storage, outline.seasons, outline.day_types, outline.brackets, outline.years),
        new_capacity=tuple(index for index in sorted(parameters["storage_capital_cost"]) if index[:2] in storage),
        fillers=fillers,
        emptiers=emptiers,
        slices=_slices(outline, parameters),
    )


def _links(ratios: Values, running: set[Index]) -> dict[Any, tuple[tuple[str, str, float], ...]]:
    found: dict[tuple[str, str], list[tuple[str, str, float]]] = defaultdict(list)
    for (r, t, s, m), ratio in sorted(ratios.items()):
        if (r, t, m) in running:
            found[r, s].append((t, m, ratio))
    return {key: tuple(links) for key, links in found.items()}


def _slices(outline: Outline, parameters: Mapping[str, Values]) -> dict[Any, tuple[tuple[str, float], ...]]:
    """Return the timeslices that belong to each season, day type and bracket, with the product of the three weights."""
    found: dict[tuple[str, str, str], list[tuple[str, float]]] = defaultdict(list)
    for timeslice in sorted(outline.timeslices):
        for season in outline.seasons:
            for day_type in outline.day_types:
                for bracket in outline.brackets:
                    weight = (
                        parameters["timeslice_season"].get((timeslice, season), 0.0)
                        * parameters["timeslice_day_type"].get((timeslice, day_type), 0.0)
                        * parameters["timeslice_bracket"].get((timeslice, bracket), 0.0)
                    )
                    if weight:
                        found[season, day_type, bracket].append((timeslice, weight))
    return {key: tuple(slices) for key, slices in found.items()}


def _product(places: Iterable[Index], *members: Iterable[Any]) -> tuple[Index, ...]:
    found: list[Index] = list(places)
    for each in members:
        found = [(*place, member) for place in found for member in each]
    return tuple(found)
