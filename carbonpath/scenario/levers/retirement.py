"""Plants close before their time, and others may replace them at a given ratio (淘汰与置换)."""

from __future__ import annotations

from functools import partial
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, RootModel, Strict

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.addition import by_year, years_of
from carbonpath.scenario.blocks import Block, Series
from carbonpath.scenario.names import NamedTechnology, find_technology
from carbonpath.scenario.series import Point, points, to_system
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change


class Replacement(Block):
    """What may, or must, stand in place of what closes."""

    technology: str
    """Technology that replaces."""
    firm: str = ""
    """Its owner, where several firms have it."""
    ratio: Annotated[float, Strict(), Field(gt=0)] = 1.0
    """Capacity closed for each unit of new capacity, e.g. 1.25."""
    kind: Literal["max", "min"] = "max"
    """Whether the new capacity is the ceiling or the floor of what is built."""


class Closure(Series):
    """Capacity that stands closed by year, as an amount, or in percent of what would still stand."""

    technology: str
    """Technology that closes."""
    firm: str = ""
    """Its owner, where several firms have it."""
    kind: Literal["must", "may"] = "must"
    """Whether at least, or at most, this much closes before its time."""
    replacement: Replacement | None = None
    """What comes in its place."""


class Retirement(RootModel[tuple[Closure, ...]]):
    """List of closures."""

    model_config = ConfigDict(frozen=True)

    lever: ClassVar[str] = "retirement"
    """Key of the lever in a scenario file."""

    def changes(self, site: Site) -> list[Change]:
        """Return limits of retired capacity, an end of building, and limits of what replaces it, by year."""
        return gather(partial(_closure_changes, site.at(index), closure) for index, closure in enumerate(self.root))

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any closure may be wanted."""
        return []


def _closure_changes(site: Site, closure: Closure) -> list[Change]:
    technology = find_technology(site.at("technology"), closure.technology, closure.firm)
    standing = by_year(site.system, "residual_capacity", technology.name)
    if not standing:
        raise ScenarioError(site.at("technology").problem("CP-412", technology.name))
    percent = closure.unit == "%"
    factor = 0.01 if percent else to_system(site, closure.unit, technology.capacity_unit)
    closed = []
    for point in points(site, closure.values):
        stands = standing.get(point.year, 0.0)
        value = point.value * factor * stands if percent else min(point.value * factor, stands)
        closed.append(point._replace(value=value))
    parameter = "min_retired_capacity" if closure.kind == "must" else "max_retired_capacity"
    held = [point for point in closed if standing.get(point.year, 0.0) > 0.0]
    changes = [_set(parameter, technology, point, closure) for point in held]
    if closure.kind == "must":
        buildable = set(years_of(site.system, "capital_cost", technology.name))
        ended = [point._replace(value=0.0) for point in closed if point.year in buildable]
        changes += [_set("max_new_capacity", technology, point, closure) for point in ended]
    return changes + _replacement_changes(site.at("replacement"), closure)


def _replacement_changes(site: Site, closure: Closure) -> list[Change]:
    """Return limits of what is built in all in place of what closes: all that stands at the start and no longer."""
    if closure.replacement is None:
        return []
    old = find_technology(site.at("technology"), closure.technology, closure.firm)
    new = find_technology(site.at("technology"), closure.replacement.technology, closure.replacement.firm)
    factor = 1.0 if old.capacity_unit == new.capacity_unit else to_system(site, old.capacity_unit, new.capacity_unit)
    stood = by_year(site.system, "residual_capacity", old.name)
    stands = by_year(site.system, "residual_capacity", new.name)
    first = site.system.years[0]
    changes = []
    for point in points(site, closure.values):
        rest = stood.get(point.year, 0.0)
        unit = 0.01 * rest if closure.unit == "%" else to_system(site, closure.unit, old.capacity_unit)
        gone = stood.get(first, 0.0) - rest + min(point.value * unit, rest)
        value = stands.get(point.year, 0.0) + factor * gone / closure.replacement.ratio
        limit = f"{closure.replacement.kind}_capacity"
        changes.append(_set(limit, new, point._replace(value=value), closure))
    return changes


def _set(parameter: str, technology: NamedTechnology, point: Point, why: Closure) -> Change:
    where: dict[str, str | int] = {"region": point.site.region, "technology": technology.name, "year": point.year}
    return point.site.change(parameter, where, point.value, unit=technology.capacity_unit, why=why)
