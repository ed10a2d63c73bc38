"""Power is stored: so much power and energy of storage at least and at most, by year (新型储能)."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Block, Series
from carbonpath.scenario.names import NamedTechnology, find_technology
from carbonpath.scenario.series import series_changes
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change


class Storage(Block):
    """Bounds of the power and of the energy of a storage."""

    lever: ClassVar[str] = "storage"
    """Key of the lever in a scenario file."""

    technology: str = "BATT_2H"
    """Technology that fills and empties the storage."""
    power_min: Series | None = None
    """Power that stands, at least."""
    power_max: Series | None = None
    """Power that stands, at most."""
    energy_min: Series | None = None
    """Energy that can be stored, at least."""
    energy_max: Series | None = None
    """Energy that can be stored, at most."""

    def changes(self, site: Site) -> list[Change]:
        """Return limits of capacity and of storage capacity, by year.

        Raises
        ------
        ScenarioError
            CP-495 for a system whose year is one piece, CP-496 for a technology that stores nothing; CP-444 and CP-448
            for a name or a unit that does not fit.
        """
        if not site.system.storages:
            raise ScenarioError(site.problem("CP-495", self.technology))
        steps = [
            partial(_bound, site.at(key), site.at("technology"), self.technology, parameter, series)
            for key, parameter, series in (
                ("power_min", "min_capacity", self.power_min),
                ("power_max", "max_capacity", self.power_max),
                ("energy_min", "min_storage_capacity", self.energy_min),
                ("energy_max", "max_storage_capacity", self.energy_max),
            )
            if series is not None
        ]
        return gather(steps)

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: storage is weighed against all else by the model."""
        return []


def _bound(site: Site, named: Site, name: str, parameter: str, series: Series) -> list[Change]:
    technology = find_technology(named, name)
    storage = _storage_of(named, technology)
    if parameter.endswith("_storage_capacity"):
        where = {"region": site.region, "storage": storage}
        return series_changes(site, parameter, where, series, technology.activity_unit)
    where = {"region": site.region, "technology": technology.name}
    return series_changes(site, parameter, where, series, technology.capacity_unit)


def _storage_of(site: Site, technology: NamedTechnology) -> str:
    links = site.system.parameter("technology_to_storage")
    filled = sorted(set(links.loc[links["technology"] == technology.name, "storage"]))
    if not filled:
        known = ", ".join(sorted(set(links["technology"])))
        raise ScenarioError(site.problem("CP-496", technology.name, known=known))
    return str(filled[0])
