"""Technologies that no longer run from a year on: old trucks at the gate, boilers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from carbonpath.scenario.blocks import Justification, Year
from carbonpath.scenario.names import find_technologies
from carbonpath.scenario.site import Site
from carbonpath.system.change import Change


class Stop(Justification):
    """Technologies that no longer run from a year on."""

    technologies: Annotated[tuple[str, ...], Field(min_length=1)]
    """Technologies that stop, with their owner, or without it for every owner."""
    from_year: Year
    """First year in which they stand still."""


def stop_changes(site: Site, stop: Stop) -> list[Change]:
    """Return a ceiling of zero on the activity of what stops, in every year from the first on."""
    named = [t for i, name in enumerate(stop.technologies) for t in find_technologies(site.at("technologies", i), name)]
    return [
        site.at("from_year").change(
            "max_activity",
            {"region": site.region, "technology": technology.name, "year": year},
            0.0,
            unit=technology.activity_unit,
            why=stop,
        )
        for technology in named
        for year in site.system.years[1:]
        if year >= stop.from_year
    ]
