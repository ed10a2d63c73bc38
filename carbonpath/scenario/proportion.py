"""Amounts by year that stand as such, or as a part of what is demanded of a commodity, so that they grow with it."""

from __future__ import annotations

from collections.abc import Mapping

from carbonpath.core.errors import ScenarioError
from carbonpath.scenario.blocks import Series
from carbonpath.scenario.names import find_commodity
from carbonpath.scenario.series import Point, points, to_system
from carbonpath.scenario.site import Site
from carbonpath.system.change import Change


class Proportion(Series):
    """Amounts by year, or parts of a demand by year."""

    of: str = ""
    """Commodity of whose demand the values are a part, in % or in one unit per other; blank: they are amounts."""


def amounts(site: Site, given: Proportion, target: str) -> list[Point]:
    """Return the amounts of the model years after the first, in `target`.

    A part is taken of the demand that the system has before any measure, year by year: on another demand path the same
    scenario asks for another amount.

    Raises
    ------
    ScenarioError
        CP-446 if there is no such commodity, CP-423 if nothing is demanded of it, CP-448 if the unit does not fit.
    """
    if not given.of:
        factor = to_system(site, given.unit, target)
        return [point._replace(value=point.value * factor) for point in points(site, given.values)]
    name, unit = find_commodity(site.at("of"), given.of)
    demand = _demand(site, name)
    if not demand:
        raise ScenarioError(site.at("of").problem("CP-423", name))
    amount = target.removesuffix("/y")
    factor = to_system(site, given.unit, "1" if amount == unit else f"{amount}/{unit}")
    return [
        point._replace(value=point.value * factor * demand.get(point.year, 0.0)) for point in points(site, given.values)
    ]


def amount_changes(
    site: Site, parameter: str, where: Mapping[str, str], given: Proportion, target: str, share: float = 1.0
) -> list[Change]:
    """Return changes that set `parameter` at `where` to `share` of the amounts, from their first year on."""
    return [
        point.site.change(parameter, {**where, "year": point.year}, point.value * share, unit=target, why=given)
        for point in amounts(site, given, target)
    ]


def _demand(site: Site, commodity: str) -> dict[int, float]:
    table = site.system.parameter("demand")
    rows = table[(table["region"] == site.region) & (table["commodity"] == commodity)]
    return {int(year): float(value) for year, value in zip(rows["year"], rows["value"], strict=True)}
