"""Demand of a product or service is another than planned."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Block, Multiplier, Series
from carbonpath.scenario.names import find_commodity
from carbonpath.scenario.series import points, series_changes
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change


class DemandPath(Series):
    """Demand of a commodity by year."""

    commodity: str
    """Commodity, with or without its firm."""


class DemandScale(Multiplier):
    """Factor on the demand that the system has."""

    commodity: str
    """Commodity, with or without its firm."""


class Demand(Block):
    """Demands that differ from those of the system, from their first year on."""

    lever: ClassVar[str] = "demand"
    """Key of the lever in a scenario file."""

    set: tuple[DemandPath, ...] = ()
    """Demands given as amounts."""
    scale: tuple[DemandScale, ...] = ()
    """Demands given as factors."""

    def changes(self, site: Site) -> list[Change]:
        """Return demands by year."""
        return gather(
            [
                *(partial(_path_changes, site.at("set", index), path) for index, path in enumerate(self.set)),
                *(partial(_scale_changes, site.at("scale", index), scale) for index, scale in enumerate(self.scale)),
            ]
        )

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any demand may be wanted."""
        return []


def _path_changes(site: Site, path: DemandPath) -> list[Change]:
    name, unit = find_commodity(site.at("commodity"), path.commodity)
    return series_changes(site, "demand", {"region": site.region, "commodity": name}, path, unit)


def _scale_changes(site: Site, scale: DemandScale) -> list[Change]:
    name, _ = find_commodity(site.at("commodity"), scale.commodity)
    demand = site.system.parameter("demand")
    years = set(demand.loc[(demand["region"] == site.region) & (demand["commodity"] == name), "year"])
    if not years:
        raise ScenarioError(site.at("commodity").problem("CP-459", scale.commodity))
    return [
        point.site.change(
            "demand",
            {"region": site.region, "commodity": name, "year": point.year},
            point.value,
            unit="1",
            why=scale,
            operation="scale",
        )
        for point in points(site, scale.values)
        if point.year in years
    ]
