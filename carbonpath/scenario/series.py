"""Numbers by year in a scenario file become changes in the unit of the system."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from carbonpath.core.errors import DataError, ScenarioError
from carbonpath.core.horizon import interpolate
from carbonpath.core.units import conversion_factor
from carbonpath.scenario.blocks import Series
from carbonpath.scenario.names import find_group
from carbonpath.scenario.site import Site
from carbonpath.system.change import Change


class Point(NamedTuple):
    """A value of one model year and the place from which it comes."""

    year: int
    """Model year."""
    value: float
    """Value, in the unit of the file."""
    site: Site
    """Place of the year given at or before."""


def points(site: Site, values: Mapping[int, float]) -> list[Point]:
    """Return the values of the model years after the first: linear between years given, constant after, none before.

    The first model year is measured: no measure alters it.
    """
    return [
        Point(year, value, site.at("values", max(given for given in values if given <= year)))
        for year, value in interpolate(values, site.system.years[1:]).items()
    ]


def to_system(site: Site, unit: str, target: str) -> float:
    """Return by what to multiply a number in `unit` to have it in `target`, a yearly amount with or without ``/y``.

    Raises
    ------
    ScenarioError
        CP-448 if the unit is unknown or measures something else.
    """
    for wanted in (target, f"{target}/y", target.removesuffix("/y")):
        try:
            return conversion_factor(unit, wanted)
        except DataError:
            continue
    raise ScenarioError(site.at("unit").problem("CP-448", unit, target=target))


def series_changes(
    site: Site, parameter: str, where: Mapping[str, str], series: Series, target: str, share: float = 1.0
) -> list[Change]:
    """Return changes that set `parameter` at `where` to `share` of a series, from its first year on, in `target`."""
    factor = to_system(site, series.unit, target) * share
    return [
        point.site.change(parameter, {**where, "year": point.year}, point.value * factor, unit=target, why=series)
        for point in points(site, series.values)
    ]


def ratio_changes(
    site: Site, parameter: str, where: Mapping[str, str], series: Series, growth: Mapping[int, float]
) -> list[Change]:
    """Return changes that limit a total to a percentage of that of the first model year.

    Parameters
    ----------
    site
        Place of the series.
    parameter
        ``max_group_ratio`` or ``max_emission_ratio``.
    where
        Index but for the two years.
    series
        Percentages by year.
    growth
        By what the percentage of a year is multiplied; by 1 in a year that it does not name.
    """
    first = site.system.years[0]
    return [
        point.site.change(
            parameter,
            {**where, "year": point.year, "reference_year": first},
            point.value / 100.0 * growth.get(point.year, 1.0),
            unit="1",
            why=series,
        )
        for point in points(site, series.values)
    ]


def share_changes(site: Site, parameter: str, group: str, of: str, series: Series) -> list[Change]:
    """Return changes that limit the share of one group in another.

    Raises
    ------
    ScenarioError
        CP-447 for an unknown group, CP-448 for a unit that does not link the two.
    """
    name, unit = find_group(site, group)
    reference, reference_unit = find_group(site, of)
    where = {"region": site.region, "group": name, "reference_group": reference}
    target = "1" if unit == reference_unit else f"{unit}/{reference_unit}"
    return series_changes(site, parameter, where, series, target)


def part_changes(site: Site, parameter: str, group: str, of: str, series: Series) -> list[Change]:
    """Return changes that limit the share of a part in its whole.

    Raises
    ------
    ScenarioError
        As `share_changes`; CP-449 if a value is more than the whole.
    """
    changes = share_changes(site, parameter, group, of, series)
    factor = to_system(site, series.unit, "1")
    above = [year for year, value in series.values.items() if value * factor > 1]
    if above:
        raise ScenarioError(*(site.at("values", year).problem("CP-449", f"{series.values[year]:g}") for year in above))
    return changes
