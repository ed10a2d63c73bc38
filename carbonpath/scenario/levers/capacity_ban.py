"""Nothing more is built of what is banned: new steel, coke, cement, glass or other capacity."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from pydantic import ConfigDict, RootModel

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.addition import years_of
from carbonpath.scenario.blocks import Justification, Year
from carbonpath.scenario.names import find_technologies, named_technologies
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change


class Ban(Justification):
    """A ban on building, of technologies or of whole sectors, from a year on."""

    technologies: tuple[str, ...] = ()
    """Technologies, with their owner, or without it for every owner."""
    sectors: tuple[str, ...] = ()
    """Sectors of which everything is banned: steel, cement, glass, power and so on."""
    excepted: tuple[str, ...] = ()
    """Technologies of these sectors that may still be built, e.g. replacements."""
    from_year: Year
    """First year of the ban."""


class CapacityBan(RootModel[tuple[Ban, ...]]):
    """List of bans."""

    model_config = ConfigDict(frozen=True)

    lever: ClassVar[str] = "capacity_ban"
    """Key of the lever in a scenario file."""

    def changes(self, site: Site) -> list[Change]:
        """Return a ceiling of zero on what is built in each year of each ban."""
        return gather(partial(_ban_changes, site.at(index), ban) for index, ban in enumerate(self.root))

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any ban may be wanted."""
        return []


def _ban_changes(site: Site, ban: Ban) -> list[Change]:
    names = _of_sectors(site, ban) - _named(site, "excepted", ban.excepted)
    names |= _named(site, "technologies", ban.technologies)
    buildable = {name: years_of(site.system, "capital_cost", name) for name in sorted(names)}
    if not any(buildable.values()):
        raise ScenarioError(site.problem("CP-410", ", ".join((*ban.technologies, *ban.sectors))))
    units = {technology.name: technology.capacity_unit for technology in named_technologies(site.system)}
    return [
        site.at("from_year").change(
            "max_new_capacity",
            {"region": site.region, "technology": name, "year": year},
            0.0,
            unit=units[name],
            why=ban,
        )
        for name, years in buildable.items()
        for year in years
        if year >= ban.from_year and year > site.system.years[0]
    ]


def _named(site: Site, key: str, names: tuple[str, ...]) -> set[str]:
    return {t.name for index, name in enumerate(names) for t in find_technologies(site.at(key, index), name)}


def _of_sectors(site: Site, ban: Ban) -> set[str]:
    table = site.system.technologies
    known = sorted(set(table["sector"]) - {""})
    for index, sector in enumerate(ban.sectors):
        if sector not in known:
            raise ScenarioError(site.at("sectors", index).problem("CP-411", sector, known=", ".join(known)))
    return set(table.loc[table["sector"].isin(ban.sectors), "technology"])
