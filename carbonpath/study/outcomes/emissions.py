"""Emissions of the district, of a firm or of a sector: the indicators ``emissions`` and ``cumulative_emissions``."""

from __future__ import annotations

from carbonpath.indicators.emissions import BOUNDARIES
from carbonpath.model.compile import Key
from carbonpath.model.linear_form import places_of
from carbonpath.study.outcome import Ask, Reading

NAMES = ("emissions", "cumulative_emissions")
"""Indicators told here."""


def reading(ask: Ask) -> Reading | None:
    """Return how emissions are read; None for other outcomes, and for parts that need the whole table."""
    if ask.block.indicator not in NAMES:
        return None
    if (ask.block.firm or ask.block.sector) and boundary(ask) != "scope1":
        return None
    running = ask.block.indicator == "cumulative_emissions"
    spans = [ask.system.years[: ask.system.years.index(year) + 1] if running else (year,) for year in ask.years]
    return Reading(ask.columns, sums=tuple(tuple(key for y in span for key in keys_of(ask, y)) for span in spans))


def boundary(ask: Ask) -> str:
    """Return the boundary that is meant."""
    chosen = ask.block.boundary or "scope1"
    if chosen not in BOUNDARIES:
        raise ask.absent(f"boundary {chosen}")
    return chosen


def keys_of(ask: Ask, year: int) -> tuple[Key, ...]:
    """Return the forms whose sum is the emission of a year."""
    emissions = BOUNDARIES[boundary(ask)]
    if not ask.block.firm and not ask.block.sector:
        places = places_of(ask.data, "annual_emissions")
        return tuple(Key("annual_emissions", p) for p in places if p == (ask.region, p[1], year) and p[1] in emissions)
    table = ask.system.technologies
    of_firm = (table["firm"] == ask.block.firm) | (not ask.block.firm)
    of_sector = (table["sector"] == ask.block.sector) | (not ask.block.sector)
    members = set(table.loc[of_firm & of_sector, "technology"])
    if not members:
        raise ask.absent(f"{ask.block.firm} {ask.block.sector}".strip())
    places = places_of(ask.data, "technology_emissions")
    return tuple(
        Key("technology_emissions", (r, t, e, y))
        for r, t, e, y in places
        if r == ask.region and t in members and e in emissions and y == year
    )
