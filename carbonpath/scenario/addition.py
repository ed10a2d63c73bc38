"""Adding to a cost of which the system may have a row or none."""

from __future__ import annotations

from typing import Any

from carbonpath.scenario.blocks import Justification
from carbonpath.scenario.site import Site
from carbonpath.system.change import Change, Operation
from carbonpath.system.system import System


def modes_of(system: System, technology: str) -> list[str]:
    """Return the modes in which a technology has a variable cost; the first mode of the system if it has none."""
    costs = system.parameter("variable_cost")
    modes = sorted(set(costs.loc[costs["technology"] == technology, "mode"]))
    return modes or [system.modes[0]]


def has_row(system: System, parameter: str, where: dict[str, Any]) -> bool:
    """Tell whether a parameter has a row at a complete index."""
    table = system.parameter(parameter)
    for name, wanted in where.items():
        table = table.loc[table[name] == wanted]
    return not table.empty


def years_of(system: System, parameter: str, technology: str) -> list[int]:
    """Return the years in which a parameter has a row for a technology."""
    table = system.parameter(parameter)
    return sorted(table.loc[table["technology"] == technology, "year"].tolist())


def by_year(system: System, parameter: str, technology: str) -> dict[int, float]:
    """Return the values of a parameter of a technology by year."""
    table = system.parameter(parameter)
    rows = table.loc[table["technology"] == technology]
    return {int(year): float(value) for year, value in zip(rows["year"], rows["value"], strict=True)}


def cost_addition(
    site: Site, parameter: str, where: dict[str, Any], value: float, *, unit: str, why: Justification
) -> Change:
    """Return the change that adds `value` to a cost, or sets it where the system has none."""
    operation: Operation = "add" if has_row(site.system, parameter, where) else "set"
    return site.change(parameter, where, value, unit=unit, why=why, operation=operation)
