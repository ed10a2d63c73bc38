"""Homes are heated from the network, fed by waste heat as far as asked, and old boilers close (居民集中供热)."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Block, Series
from carbonpath.scenario.limit import Limit, limit_changes
from carbonpath.scenario.names import find_commodity
from carbonpath.scenario.series import part_changes, series_changes
from carbonpath.scenario.site import Site, gather
from carbonpath.scenario.stop import Stop, stop_changes
from carbonpath.system.change import Change


class DistrictHeating(Block):
    """Heat to deliver, its source, the network and stations, and boilers that close."""

    lever: ClassVar[str] = "district_heating"
    """Key of the lever in a scenario file."""

    commodity: str = "dh_delivered"
    """Heat delivered to homes."""
    demand: Series | None = None
    """Heat that homes take by year, in place of the plan of the district."""
    waste_heat_share_min: Series | None = None
    """Waste heat in the heat that is fed into the network, at least."""
    programmes: tuple[Limit, ...] = ()
    """Limits of network, waste-heat stations and heat pumps."""
    boilers: tuple[Stop, ...] = ()
    """Boilers that no longer run, e.g. coal boilers beside the exempt sectors."""

    def changes(self, site: Site) -> list[Change]:
        """Return demand, share, limits and ends of running, by year."""
        steps = [partial(limit_changes, site.at("programmes", i), limit) for i, limit in enumerate(self.programmes)]
        steps += [partial(stop_changes, site.at("boilers", i), stop) for i, stop in enumerate(self.boilers)]
        if self.demand is not None:
            steps.append(partial(_demand, site.at("demand"), self.commodity, self.demand))
        if self.waste_heat_share_min is not None:
            part = ("min_group_share", "waste_heat_to_network", "heat_to_network")
            steps.append(partial(part_changes, site.at("waste_heat_share_min"), *part, self.waste_heat_share_min))
        return gather(steps)

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: heat and its sources are weighed against each other by the model."""
        return []


def _demand(site: Site, commodity: str, series: Series) -> list[Change]:
    name, unit = find_commodity(site, commodity)
    return series_changes(site, "demand", {"region": site.region, "commodity": name}, series, unit)
