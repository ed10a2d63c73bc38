"""Variables of the model: what the solver decides, and the aggregates that limits and prices touch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from pyomo.environ import ConcreteModel, NonNegativeIntegers, NonNegativeReals, Reals, Set, Var

from carbonpath.model.parameters import Index
from carbonpath.model.sets import ModelSets


class Family(NamedTuple):
    """A family of variables under one name of the vocabulary."""

    name: str
    """Name in the vocabulary and in Pyomo."""
    domain: Any
    """Pyomo domain."""
    places: Callable[[ModelSets], tuple[Index, ...]]
    """Indices of the variables."""


VARIABLES = (
    Family("new_capacity", NonNegativeReals, lambda sets: sets.new_capacity),
    Family("activity", NonNegativeReals, lambda sets: sets.activity),
    Family("disposal", NonNegativeReals, lambda sets: sets.disposal),
    Family("delivery", NonNegativeReals, lambda sets: sets.delivery),
    Family("trade", Reals, lambda sets: sets.trade),
    Family("new_units", NonNegativeIntegers, lambda sets: sets.units),
    Family("new_storage_capacity", NonNegativeReals, lambda sets: sets.storage.new_capacity),
    Family("storage_level", NonNegativeReals, lambda sets: sets.storage.level),
    Family("storage_season_level", NonNegativeReals, lambda sets: sets.storage.season_level),
    Family("storage_first_week_level", NonNegativeReals, lambda sets: sets.storage.week_level),
    Family("storage_last_week_level", NonNegativeReals, lambda sets: sets.storage.week_level),
    Family("retired_capacity", NonNegativeReals, lambda sets: sets.retired),
    Family("total_capacity", NonNegativeReals, lambda sets: sets.capacity),
    Family("annual_emissions", Reals, lambda sets: sets.emission),
    Family("free_allowances", Reals, lambda sets: tuple(sets.allocated)),
    Family("group_activity", Reals, lambda sets: sets.group),
    Family("boundary_emissions", Reals, lambda sets: sets.boundary),
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


def add_variables(model: ConcreteModel) -> None:
    """Add every family to `model`, each over a set of its own."""
    for family in VARIABLES:
        places = Set(initialize=family.places(model.sets), ordered=True)
        model.add_component(f"{family.name}_index", places)
        model.add_component(family.name, Var(places, domain=family.domain))
