"""In a year no more is built than a share of what stood the year before, and a seed to start from (建设速度)."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from pydantic import ConfigDict, RootModel

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.addition import years_of
from carbonpath.scenario.blocks import Amount, Series
from carbonpath.scenario.names import find_technology
from carbonpath.scenario.series import points, to_system
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change


class Rate(Series):
    """Growth of one technology by year, in percent of what stood the year before."""

    technology: str
    """Technology."""
    firm: str = ""
    """Its owner, where several firms have it."""
    seed: Amount
    """Capacity that may be built in a year from nothing."""


class BuildRate(RootModel[tuple[Rate, ...]]):
    """List of rates."""

    model_config = ConfigDict(frozen=True)

    lever: ClassVar[str] = "build_rate"
    """Key of the lever in a scenario file."""

    def changes(self, site: Site) -> list[Change]:
        """Return rates and seeds by year."""
        return gather(partial(_rate_changes, site.at(index), rate) for index, rate in enumerate(self.root))

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any rate may be wanted."""
        return []


def _rate_changes(site: Site, rate: Rate) -> list[Change]:
    technology = find_technology(site.at("technology"), rate.technology, rate.firm)
    years = years_of(site.system, "capital_cost", technology.name)
    if not years:
        raise ScenarioError(site.at("technology").problem("CP-410", technology.name))
    factor = to_system(site, rate.unit, "1")
    unit = technology.capacity_unit
    seed = rate.seed.value * to_system(site.at("seed"), rate.seed.unit, unit)
    changes = []
    for point in points(site, rate.values):
        if point.year in years:
            where: dict[str, str | int] = {"region": site.region, "technology": technology.name, "year": point.year}
            changes.append(point.site.change("build_rate", where, point.value * factor, unit="1", why=rate))
            changes.append(point.site.change("build_seed", where, seed, unit=unit, why=rate))
    return changes
