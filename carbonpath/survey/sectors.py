"""What a firm of each sector is asked for: facilities and rows that the template writes before the firm fills it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TEMPLATES = (
    "steel",
    "power",
    "refinery",
    "ethylene",
    "slag",
    "cement",
    "glass",
    "logistics",
    "hydrogen",
    "park",
    "coking",
    "chemicals",
    "ceramics",
    "incineration",
)
"""Templates in reading order; each is a file of data."""


@dataclass(frozen=True, slots=True)
class Facility:
    """A process unit of a firm."""

    facility: str
    """Its id, lower snake case."""
    zh: str
    """Chinese name."""
    en: str
    """English name."""
    sector: str
    """Its sector."""
    category: str = ""
    """IPCC category of its process; blank if it emits nothing itself."""


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A row of a template, before it has a number."""

    facility: str
    """Facility; blank for the whole firm."""
    activity: str
    """What happens."""
    item: str
    """Fuel, material, product or property."""
    unit: str
    """Unit proposed."""
    category: str
    """IPCC category; blank: that of the facility."""
    needed: bool
    """Whether a firm of this sector cannot be without it."""


@dataclass(frozen=True, slots=True)
class SectorTemplate:
    """The template of one sector."""

    name: str
    """Name on the command line."""
    zh: str
    """Chinese name."""
    en: str
    """English name."""
    sector: str
    """Main sector of such a firm."""
    guideline: str
    """Guideline under which such a firm reports."""
    facilities: tuple[Facility, ...]
    """Its usual facilities."""
    rows: tuple[AskedRow, ...]
    """Its usual rows."""


@cache
def sector_template(name: str) -> SectorTemplate:
    """Return the template called `name`.

    Raises
    ------
    KeyError
        If there is none of that name.
    """
    if name not in TEMPLATES:
        raise KeyError(name)
    data = tomllib.loads((files("carbonpath.survey") / "templates" / f"{name}.toml").read_text(encoding="utf-8"))
    facilities = tuple(
        Facility(facility, zh, en, sector, category.replace("none", ""))
        for facility, zh, en, sector, category in data["facilities"]
    )
    rows = tuple(
        AskedRow(facility, activity, item, unit, category, needed == "yes")
        for facility, activity, item, unit, category, needed in data["rows"]
    )
    return SectorTemplate(name, data["zh"], data["en"], data["sector"], data["guideline"], facilities, rows)
