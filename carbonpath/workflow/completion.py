"""`--set` of a number that is not there yet: region and years that were left out are filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from carbonpath.core.vocabulary import parameter_names, quantity
from carbonpath.system.change import Change
from carbonpath.system.system import System

FILLED = {"region", "year"}
"""Indices that may be left out."""


def completed(changes: Iterable[Change], system: System) -> tuple[Change, ...]:
    """Return changes that add rows with their region, and one a year, where these were left out.

    The first model year is measured, so that years begin with the second. A change of rows that are there stays as it
    is, and so does one that leaves out another index, for the overlay to refuse.
    """
    return tuple(whole for change in changes for whole in _completed(change, system))


def _completed(change: Change, system: System) -> Iterator[Change]:
    if change.parameter not in parameter_names() or not _adds(change, system):
        yield change
        return
    missing = [name for name in quantity(change.parameter).indices if name not in change.where]
    if not set(missing) <= FILLED or (len(system.regions) > 1 and "region" in missing):
        yield change
        return
    where = {**({"region": system.regions[0]} if "region" in missing else {}), **change.where}
    if "year" not in missing:
        yield replace(change, where=where)
        return
    for year in system.years[1:]:
        yield replace(change, where={**where, "year": year})


def _adds(change: Change, system: System) -> bool:
    """Tell whether a change sets rows that are not there."""
    table = system.parameter(change.parameter)
    if change.operation != "set" or not set(change.where) <= set(table.columns):
        return False
    for name, value in change.where.items():
        table = table[table[name] == value]
    return table.empty
