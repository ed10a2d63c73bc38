"""Names in a scenario file, and the technologies, commodities and groups of the system that they mean."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import NamedTuple

from carbonpath.core.errors import ScenarioError
from carbonpath.scenario.site import Site
from carbonpath.system.system import System


class NamedTechnology(NamedTuple):
    """A technology of the system, its owner and the units of its limits."""

    name: str
    """Full name, with the owner."""
    firm: str
    """Owner; blank: nobody's."""
    activity_unit: str
    """Unit of activity."""
    capacity_unit: str
    """Unit of capacity; blank if none is kept."""

    @property
    def own_name(self) -> str:
        """Return the name without the owner: ``BF_STD`` for ``F01.BF_STD``."""
        return self.name.removeprefix(f"{self.firm}.") if self.firm else self.name


def named_technologies(system: System) -> list[NamedTechnology]:
    """Return every technology of a system."""
    table = system.technologies[list(NamedTechnology._fields[1:])].assign(name=system.technologies["technology"])
    columns = (table[name].tolist() for name in NamedTechnology._fields)
    return [NamedTechnology(*map(str, row)) for row in zip(*columns, strict=True)]


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most like `name`; blank if none is like it."""
    return next(iter(difflib.get_close_matches(name, sorted(set(known)), n=1, cutoff=0.5)), "")


def find_owned(site: Site, name: str, firm: str = "") -> list[NamedTechnology]:
    """Return the technology of a full name, or those of a name without its owner: of `firm`, or of every owner.

    Raises
    ------
    ScenarioError
        CP-444 if there is none (with the nearest name), CP-450 if the firm named owns none.
    """
    every = named_technologies(site.system)
    found = [technology for technology in every if technology.name == name]
    found = found or [technology for technology in every if technology.own_name == name]
    if not found:
        known = {technology.own_name for technology in every} | {technology.name for technology in every}
        raise ScenarioError(site.problem("CP-444", name, nearest=nearest(name, known)))
    owned = [technology for technology in found if firm in ("", technology.firm)]
    if not owned:
        raise ScenarioError(site.problem("CP-450", name, firm=firm, known=_owners(found)))
    return sorted(owned)


def find_technology(site: Site, name: str, firm: str = "") -> NamedTechnology:
    """Return the technology called `name`: a full name, or a name without its owner if one firm owns it.

    Raises
    ------
    ScenarioError
        As `find_owned`; CP-445 if several firms own one and none is named.
    """
    found = find_owned(site, name, firm)
    if len(found) > 1:
        raise ScenarioError(site.problem("CP-445", name, known=_owners(found)))
    return found[0]


def _owners(found: Iterable[NamedTechnology]) -> str:
    return ", ".join(sorted(technology.firm for technology in found))


def find_technologies(site: Site, name: str) -> list[NamedTechnology]:
    """Return the technology of a full name, or those of every owner of a name without owner, sorted.

    Raises
    ------
    ScenarioError
        CP-444 if there is none, with the nearest name.
    """
    every = named_technologies(site.system)
    found = [technology for technology in every if name in (technology.name, technology.own_name)]
    if not found:
        known = {technology.own_name for technology in every} | {technology.name for technology in every}
        raise ScenarioError(site.problem("CP-444", name, nearest=nearest(name, known)))
    return sorted(found)


def find_boundary(site: Site, name: str) -> str:
    """Return the boundary called `name`.

    Raises
    ------
    ScenarioError
        CP-420 if there is none, with those there are.
    """
    known = sorted(set(site.system.parameter("boundary_weight")["boundary"]))
    if name not in known:
        raise ScenarioError(site.problem("CP-420", name, known=", ".join(known)))
    return name


def find_commodity(site: Site, name: str) -> tuple[str, str]:
    """Return full name and unit of the commodity called `name`, with or without its firm.

    Raises
    ------
    ScenarioError
        CP-446 if there is none (with the nearest name), CP-445 if several firms have one.
    """
    table = site.system.commodities
    rows = table[table["commodity"] == name]
    if rows.empty:
        rows = table[table["base"] == name]
    if rows.empty:
        known = [*table["commodity"], *table["base"]]
        raise ScenarioError(site.problem("CP-446", name, nearest=nearest(name, known)))
    if len(rows) > 1:
        raise ScenarioError(site.problem("CP-445", name, known=", ".join(sorted(rows["firm"]))))
    return str(rows["commodity"].iloc[0]), str(rows["unit"].iloc[0])


def find_group(site: Site, name: str) -> tuple[str, str]:
    """Return name and unit of the group called `name`.

    A technology's name stands for the group of which it is the only member.

    Raises
    ------
    ScenarioError
        CP-447 if there is none, with the nearest name.
    """
    groups = site.system.groups
    units: dict[str, str] = dict(zip(groups["group"], groups["unit"], strict=True))
    if name in units:
        return name, units[name]
    own_names = {technology.name: technology.own_name for technology in named_technologies(site.system)}
    for group, members in groups.groupby("group")["technology"]:
        member = str(members.iloc[0])
        if len(members) == 1 and name in (member, own_names.get(member)):
            return str(group), units[str(group)]
    raise ScenarioError(site.problem("CP-447", name, nearest=nearest(name, units), known=", ".join(sorted(units))))
