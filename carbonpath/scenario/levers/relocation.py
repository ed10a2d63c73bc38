"""A firm, or a part of it, leaves the district, and its production with it (炼厂搬迁等)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from pydantic import ConfigDict, RootModel

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Series
from carbonpath.scenario.names import nearest
from carbonpath.scenario.series import points, to_system
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change

FLOORS = ("min_activity", "min_capacity")
"""Limits that would keep the firm running."""


class Move(Series):
    """Share of a firm's production that has left, by year."""

    firm: str
    """Firm that leaves."""
    kept: tuple[str, ...] = ()
    """Commodities whose production stays."""


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
    staying = {point.year: point._replace(value=1.0 - point.value * factor) for point in points(site, move.values)}
    return [
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
