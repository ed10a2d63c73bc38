"""Projects that are decided are built in their year, whatever they cost (已定项目)."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from pydantic import ConfigDict, RootModel

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.addition import by_year
from carbonpath.scenario.blocks import Amount, Justification, Year
from carbonpath.scenario.names import find_technology
from carbonpath.scenario.series import to_system
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change


class CommittedProject(Justification):
    """Capacity that comes into service in one year."""

    technology: str
    """Technology that is built."""
    firm: str = ""
    """Its owner, where several firms have it."""
    capacity: Amount
    """New capacity."""
    year: Year
    """Year in which it comes into service."""
    permitted: bool = True
    """Whether the project brings its own permit, so that ceilings of the technology rise with it."""


class Committed(RootModel[tuple[CommittedProject, ...]]):
    """List of projects."""

    model_config = ConfigDict(frozen=True)

    lever: ClassVar[str] = "committed"
    """Key of the lever in a scenario file."""

    def changes(self, site: Site) -> list[Change]:
        """Return a floor of what is built in the year of each project, and room for it under the ceilings."""
        return gather(partial(_project_changes, site.at(index), project) for index, project in enumerate(self.root))

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any project may be decided."""
        return []


def _project_changes(site: Site, project: CommittedProject) -> list[Change]:
    technology = find_technology(site.at("technology"), project.technology, project.firm)
    costs = by_year(site.system, "capital_cost", technology.name)
    if project.year not in costs or project.year <= site.system.years[0]:
        known = ", ".join(str(year) for year in sorted(costs) if year > site.system.years[0])
        raise ScenarioError(
            site.at("year").problem("CP-413", str(project.year), technology=technology.name, known=known)
        )
    unit = technology.capacity_unit
    capacity = project.capacity.value * to_system(site.at("capacity"), project.capacity.unit, unit)
    place = {"region": site.region, "technology": technology.name}
    built = site.change("min_new_capacity", {**place, "year": project.year}, capacity, unit=unit, why=project)
    if not project.permitted:
        return [built]
    kept = [year for year in by_year(site.system, "max_capacity", technology.name) if year >= project.year]
    yearly = [year for year in by_year(site.system, "max_new_capacity", technology.name) if year == project.year]
    raised = [("max_capacity", year) for year in sorted(kept)] + [("max_new_capacity", year) for year in yearly]
    return [
        built,
        *(
            site.change(name, {**place, "year": year}, capacity, unit=unit, why=project, operation="add")
            for name, year in raised
        ),
    ]
