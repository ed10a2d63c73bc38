"""Technologies cost more or less than the library says, by factors or by learning year after year (成本与学习)."""

from __future__ import annotations

from functools import partial
from typing import Annotated, ClassVar, Literal

from pydantic import Field, Strict

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Block, Justification, Multiplier, Year
from carbonpath.scenario.names import find_technologies
from carbonpath.scenario.series import Point, points
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change

Cost = Literal["capital", "fixed", "variable"]


class CostScale(Multiplier):
    """Factor on a cost of some technologies by year."""

    technologies: Annotated[tuple[str, ...], Field(min_length=1)]
    """Technologies, with their owner, or without it for every owner."""
    cost: Cost = "capital"
    """Which cost."""


class Learning(Justification):
    """Capital cost that falls by the same part in every year."""

    technologies: Annotated[tuple[str, ...], Field(min_length=1)]
    """Technologies, with their owner, or without it for every owner."""
    from_year: Year
    """Year after which the cost falls."""
    yearly_fall: Annotated[float, Strict(), Field(ge=0, lt=100)]
    """Fall in each year, in percent of the year before."""


class TechnologyCost(Block):
    """Costs that differ from those of the library."""

    lever: ClassVar[str] = "technology_cost"
    """Key of the lever in a scenario file."""

    scale: tuple[CostScale, ...] = ()
    """Factors by year."""
    learning: tuple[Learning, ...] = ()
    """Falls year after year."""

    def changes(self, site: Site) -> list[Change]:
        """Return factors on costs by year."""
        steps = [partial(_scale, site.at("scale", index), scale) for index, scale in enumerate(self.scale)]
        steps += [partial(_learn, site.at("learning", index), entry) for index, entry in enumerate(self.learning)]
        return gather(steps)

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any cost may be wanted."""
        return []


def _scale(site: Site, scale: CostScale) -> list[Change]:
    return _scaled(site, scale.technologies, f"{scale.cost}_cost", points(site, scale.values), scale)


def _learn(site: Site, learning: Learning) -> list[Change]:
    kept = 1.0 - learning.yearly_fall / 100.0
    later = [year for year in site.system.years[1:] if year > learning.from_year]
    path = [Point(year, kept ** (year - learning.from_year), site.at("yearly_fall")) for year in later]
    return _scaled(site, learning.technologies, "capital_cost", path, learning)


def _scaled(
    site: Site, technologies: tuple[str, ...], parameter: str, path: list[Point], why: Justification
) -> list[Change]:
    factors = {point.year: point for point in path}
    table = site.system.parameter(parameter)
    changes = []
    for index, given in enumerate(technologies):
        names = [technology.name for technology in find_technologies(site.at("technologies", index), given)]
        rows = table[table["technology"].isin(names)]
        if rows.empty:
            raise ScenarioError(site.at("technologies", index).problem("CP-419", given, parameter=parameter))
        keys = dict.fromkeys(zip(rows["technology"], rows["year"].astype(int), strict=True))
        changes += [
            factors[year].site.change(
                parameter,
                {"region": site.region, "technology": name, "year": year},
                factors[year].value,
                unit="1",
                why=why,
                operation="scale",
            )
            for name, year in keys
            if year in factors
        ]
    return changes
