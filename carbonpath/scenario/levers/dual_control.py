"""Energy use, energy per product and CO2 per product fall to their targets (能耗双控, 碳排放双控)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Block, Series
from carbonpath.scenario.names import find_boundary, find_group
from carbonpath.scenario.series import ratio_changes, series_changes, to_system
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change


class DualControl(Block):
    """Targets of energy and CO2; a fall is in percent of the first model year, per unit of gross product."""

    lever: ClassVar[str] = "dual_control"
    """Key of the lever in a scenario file."""

    group: str = "energy_use"
    """Group that counts as energy."""
    boundary: str = "scope1+import"
    """Boundary that counts as CO2."""
    energy_max: Series | None = None
    """Energy use, at most, in Mtce or 万tce."""
    energy_intensity_fall: Series | None = None
    """Fall of energy per gross product against the first model year, at least, in percent."""
    co2_intensity_fall: Series | None = None
    """Fall of CO2 per gross product against the first model year, at least, in percent."""

    def changes(self, site: Site) -> list[Change]:
        """Return the limits by year."""
        steps = []
        if self.energy_max is not None:
            steps.append(partial(_energy_max, site, self.group, self.energy_max))
        if self.energy_intensity_fall is not None:
            steps.append(partial(_energy_fall, site, self.group, self.energy_intensity_fall))
        if self.co2_intensity_fall is not None:
            steps.append(partial(_co2_fall, site, self.boundary, self.co2_intensity_fall))
        return gather(steps)

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any target may be wanted."""
        return []


def _energy_max(site: Site, group: str, series: Series) -> list[Change]:
    name, unit = find_group(site.at("group"), group)
    return series_changes(
        site.at("energy_max"), "max_group_activity", {"region": site.region, "group": name}, series, unit
    )


def _energy_fall(site: Site, group: str, series: Series) -> list[Change]:
    name, _ = find_group(site.at("group"), group)
    place = site.at("energy_intensity_fall")
    return _fall(place, "max_group_ratio", {"region": site.region, "group": name}, series)


def _co2_fall(site: Site, boundary: str, series: Series) -> list[Change]:
    name = find_boundary(site.at("boundary"), boundary)
    place = site.at("co2_intensity_fall")
    return _fall(place, "max_emission_ratio", {"region": site.region, "boundary": name}, series)


def _fall(site: Site, parameter: str, where: Mapping[str, str], series: Series) -> list[Change]:
    """Return ratios to the first model year: what is left after the fall, times the growth of the product."""
    to_system(site, series.unit, "1")
    above = [year for year, value in series.values.items() if value > 100.0]
    if above:
        raise ScenarioError(*(site.at("values", year).problem("CP-449", f"{series.values[year]:g}") for year in above))
    table = site.system.parameter("gross_product")
    product = {int(year): float(value) for year, value in zip(table["year"], table["value"], strict=True)}
    first = site.system.years[0]
    if any(year not in product for year in site.system.years):
        raise ScenarioError(site.problem("CP-418"))
    growth = {year: product[year] / product[first] for year in site.system.years}
    left = series.model_copy(update={"values": {year: 100.0 - value for year, value in series.values.items()}})
    return ratio_changes(site, parameter, where, left, growth)
