"""A district's number for a technology that several firms have, broken down to the firms (指标分解)."""

from __future__ import annotations

from collections.abc import Sequence

from carbonpath.core.errors import ScenarioError
from carbonpath.scenario.names import NamedTechnology, find_owned
from carbonpath.scenario.site import Site
from carbonpath.system.system import System


def owner_shares(site: Site, name: str, firm: str = "") -> list[tuple[NamedTechnology, float]]:
    """Return the technology called `name` of each of its owners, with its part of a number given for all of them.

    The parts add up to one. They follow what stands of the technology in the first model year; where nothing stands,
    what its owners have in the same sector, measured in the same unit; where nothing of that stands, they are equal.

    Raises
    ------
    ScenarioError
        As `carbonpath.scenario.names.find_owned`; CP-445 if several firms buy or sell a commodity and none is named:
        nothing tells how large each is.
    """
    owned = find_owned(site, name, firm)
    if len(owned) == 1:
        return [(owned[0], 1.0)]
    library = _column(site.system, "library_id")
    if not all(library[technology.name] for technology in owned):
        raise ScenarioError(site.problem("CP-445", name, known=", ".join(technology.firm for technology in owned)))
    sizes = _sizes(site.system, owned)
    return [(technology, size / sum(sizes)) for technology, size in zip(owned, sizes, strict=True)]


def _sizes(system: System, owned: Sequence[NamedTechnology]) -> list[float]:
    table = system.parameter("residual_capacity")
    table = table[table["year"] == system.years[0]]
    standing: dict[str, float] = dict(zip(table["technology"], table["value"].astype(float), strict=True))
    own = [standing.get(technology.name, 0.0) for technology in owned]
    if sum(own) > 0.0:
        return own
    kind = {name: _column(system, name) for name in ("firm", "sector", "capacity_unit")}
    alike = [
        sum(
            capacity
            for other, capacity in standing.items()
            if all(kind[name][other] == kind[name][technology.name] for name in kind)
        )
        for technology in owned
    ]
    return alike if sum(alike) > 0.0 else [1.0] * len(owned)


def _column(system: System, name: str) -> dict[str, str]:
    return dict(zip(system.technologies["technology"], system.technologies[name], strict=True))
