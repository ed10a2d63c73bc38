"""Adding to a cost of which the system may have a row or none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

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


class TechnologyRows:
    """Rows of parameters by technology, each table sorted out once: for measures that touch many technologies.

    Parameters
    ----------
    system
        System whose parameters are asked.
    """

    def __init__(self, system: System) -> None:
        self._system = system
        self._positions: dict[str, Mapping[Any, Any]] = {}

    def of(self, parameter: str, technology: str) -> pd.DataFrame:
        """Return the rows of a technology; none if it has none."""
        table = self._system.parameter(parameter)
        if parameter not in self._positions:
            self._positions[parameter] = table.groupby("technology", sort=False).indices
        found: pd.DataFrame = table.iloc[self._positions[parameter].get(technology, [])]
        return found


def cost_addition(
    site: Site, parameter: str, where: dict[str, Any], value: float, *, unit: str, why: Justification
) -> Change:
    """Return the change that adds `value` to a cost, or sets it where the system has none."""
    operation: Operation = "add" if has_row(site.system, parameter, where) else "set"
    return site.change(parameter, where, value, unit=unit, why=why, operation=operation)
