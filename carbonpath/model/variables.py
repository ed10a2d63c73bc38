"""Variables of the model: what the solver decides, and the aggregates that limits and prices touch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from carbonpath.model.coded import Flags
from carbonpath.model.grid import Grid
from carbonpath.model.parameters import Index
from carbonpath.model.sets import ModelSets

Domain = Literal["not negative", "any", "whole"]
"""Numbers that are not negative, all numbers, whole numbers that are not negative."""


class Family(NamedTuple):
    """A family of variables under one name of the vocabulary."""

    name: str
    """Name in the vocabulary and in Pyomo."""
    domain: Domain
    """Which values a variable may take."""
    places: Callable[[ModelSets], tuple[Index, ...]]
    """Indices of the variables."""
    flags: Callable[[Grid], Flags] | None = None
    """Where the variables are, as an array over their dimensions in the order of their columns, for large families."""


VARIABLES = (
    Family(
        "new_capacity",
        "not negative",
        lambda sets: sets.new_capacity,
        lambda grid: grid.new_capacity,
    ),
    Family(
        "activity",
        "not negative",
        lambda sets: sets.activity,
        lambda grid: grid.active(grid.runs),
    ),
    Family(
        "disposal",
        "not negative",
        lambda sets: sets.disposal,
        lambda grid: grid.balanced(grid.disposal),
    ),
    Family(
        "delivery",
        "not negative",
        lambda sets: sets.delivery,
        lambda grid: grid.balanced(grid.delivery),
    ),
    Family("trade", "any", lambda sets: sets.trade),
    Family("new_units", "whole", lambda sets: sets.units),
    Family("new_storage_capacity", "not negative", lambda sets: sets.storage.new_capacity),
    Family("storage_level", "not negative", lambda sets: sets.storage.level),
    Family("storage_season_level", "not negative", lambda sets: sets.storage.season_level),
    Family("storage_first_week_level", "not negative", lambda sets: sets.storage.week_level),
    Family("storage_last_week_level", "not negative", lambda sets: sets.storage.week_level),
    Family("retired_capacity", "not negative", lambda sets: sets.retired),
    Family("total_capacity", "not negative", lambda sets: sets.capacity, lambda grid: grid.capacity),
    Family("annual_emissions", "any", lambda sets: sets.emission, lambda grid: grid.emission),
    Family("free_allowances", "any", lambda sets: tuple(sets.allocated)),
    Family("group_activity", "any", lambda sets: sets.group),
    Family("boundary_emissions", "any", lambda sets: sets.boundary),
)
"""Families of variables in the order of the columns: decisions first, then aggregates."""

DECISIONS = (
    "new_capacity",
    "activity",
    "disposal",
    "delivery",
    "new_units",
    "new_storage_capacity",
    "retired_capacity",
)
"""Families from which all others follow."""
