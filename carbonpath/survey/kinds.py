"""Kinds of unit: a mass is no volume."""

from __future__ import annotations

from functools import cache

from carbonpath.core.errors import DataError
from carbonpath.core.units import conversion_factor, is_unit
from carbonpath.survey.codes import activity_rules, item_kinds, raw_codes


@cache
def unit_kind(unit: str) -> str | None:
    """Return the kind of a unit: one of ``kinds`` of codes.toml; blank for another kind, None for no unit at all."""
    if not is_unit(unit):
        return None
    for kind, example in raw_codes()["kinds"].items():
        try:
            conversion_factor(unit, example)
        except DataError:
            continue
        return str(kind)
    return ""


@cache
def kinds_of(activity: str, item: str) -> tuple[str, ...]:
    """Return the kinds of unit in which a row of `activity` and `item` may be."""
    rule = activity_rules()[activity]
    kinds = rule.kinds or item_kinds()[item]
    if kinds == ("heat_of_mass", "heat_of_volume"):
        measured = item_kinds()[item]
        return tuple(kind for kind in kinds if kind.removeprefix("heat_of_") in measured) or kinds
    return kinds


@cache
def example_units(kinds: tuple[str, ...]) -> str:
    """Return offered units of these kinds, for a message."""
    return ", ".join(unit for unit in raw_codes()["units"]["offered"] if unit_kind(unit) in kinds)
