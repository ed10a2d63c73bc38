"""A firm, or a part of it, leaves the district, and its production with it (炼厂搬迁等)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from pydantic import ConfigDict, RootModel

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.addition import by_year, cost_addition
from carbonpath.scenario.blocks import Amount, Series
from carbonpath.scenario.names import find_technology, nearest
from carbonpath.scenario.series import Point, points, to_system
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change

FLOORS = ("min_activity", "min_capacity")
"""Limits that would keep the firm running."""


class Moving(Amount):
    """What the move costs once: dismantling here, building there."""

    technology: str
    """Technology of the firm that is moved; what stands of it pays as it leaves."""


class Move(Series):
    """Share of a firm's production that has left, by year."""

    firm: str
    """Firm that leaves."""
    kept: tuple[str, ...] = ()
    """Commodities whose production stays."""
    cost: Moving | None = None
    """Cost of moving all of the firm (亿元), or of a unit of the capacity that is moved (CNY/(t/y)); none: not counted.
    A part that leaves in a year pays its part in that year."""


class Relocation(RootModel[tuple[Move, ...]]):
    """List of firms that leave."""

    model_config = ConfigDict(frozen=True)

    lever: ClassVar[str] = "relocation"
    """Key of the lever in a scenario file."""

    def changes(self, site: Site) -> list[Change]:
        """Return what stays of the firm's demands, floors and residual emissions, by year."""
        return gather(partial(_move_changes, site.at(index), move) for index, move in enumerate(self.root))

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any firm may leave."""
        return []


def _move_changes(site: Site, move: Move) -> list[Change]:
    factor = to_system(site, move.unit, "1")
    above = [year for year, value in move.values.items() if value * factor > 1.0]
    if above:
        raise ScenarioError(*(site.at("values", year).problem("CP-449", f"{move.values[year]:g}") for year in above))
    rows = sorted(_rows(site, move))
    if not any(parameter == "demand" for parameter, _, _, _ in rows):
        firms = sorted(set(site.system.commodities["firm"]) - {""})
        raise ScenarioError(site.at("firm").problem("CP-414", move.firm, nearest=nearest(move.firm, firms)))
    leaving = [point._replace(value=point.value * factor) for point in points(site, move.values)]
    staying = {point.year: point._replace(value=1.0 - point.value) for point in leaving}
    shrinking = [
        staying[year].site.change(
            parameter,
            {"region": site.region, index: name, "year": year},
            staying[year].value,
            unit="1",
            why=move,
            operation="scale",
        )
        for parameter, index, name, year in rows
        if year in staying
    ]
    return shrinking + _moving_changes(site.at("cost"), move, leaving)


def _moving_changes(site: Site, move: Move, leaving: list[Point]) -> list[Change]:
    """Return what the capacity that stands pays in each year in which more of the firm has left."""
    if move.cost is None:
        return []
    technology = find_technology(site.at("technology"), move.cost.technology, move.firm)
    unit = technology.capacity_unit
    standing = by_year(site.system, "residual_capacity", technology.name)
    changes, gone = [], 0.0
    for point in leaving:
        step, gone = point.value - gone, max(point.value, gone)
        if step <= 0.0:
            continue
        if not unit or not standing.get(point.year):
            problem = site.at("technology").problem("CP-424", technology.name, year=str(point.year))
            raise ScenarioError(problem)
        each = _cost_of_capacity(site, move.cost, unit, standing[point.year])
        where = {"region": site.region, "technology": technology.name, "year": point.year}
        changes.append(cost_addition(point.site, "fixed_cost", where, each * step, unit=f"10^6 CNY/({unit})", why=move))
    return changes


def _cost_of_capacity(site: Site, cost: Moving, unit: str, standing: float) -> float:
    """Return the cost of moving a unit of capacity, in million CNY, from that of all or of each unit."""
    if "/" in cost.unit:
        return cost.value * to_system(site, cost.unit, f"CNY/({unit})") / 1e6
    return cost.value * to_system(site, cost.unit, "CNY") / 1e6 / standing


def _rows(site: Site, move: Move) -> Iterator[tuple[str, str, str, int]]:
    """Yield parameter, index, name and year of every number that shrinks with the firm."""
    commodities, technologies = site.system.commodities, site.system.technologies
    leaving = commodities.loc[(commodities["firm"] == move.firm) & ~commodities["base"].isin(move.kept), "commodity"]
    own = technologies.loc[technologies["firm"] == move.firm, ["technology", "role"]]
    residual = set(own.loc[own["role"] == "residual", "technology"])
    wanted = [("demand", "commodity", set(leaving)), ("max_activity", "technology", residual)]
    wanted += [(name, "technology", set(own["technology"])) for name in FLOORS]
    for parameter, index, names in wanted:
        table = site.system.parameter(parameter)
        table = table[table[index].isin(sorted(names))]
        yield from (
            (parameter, index, str(name), int(year)) for name, year in zip(table[index], table["year"], strict=True)
        )
