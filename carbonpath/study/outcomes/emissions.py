"""Emissions of the district, of a firm or of a sector: the indicators ``emissions`` and ``cumulative_emissions``."""

from __future__ import annotations

from carbonpath.indicators.emissions import BOUNDARIES, IMPORT
from carbonpath.model.compiled import Key
from carbonpath.model.linear_form import places_of
from carbonpath.study.outcome import Ask, Reading

NAMES = ("emissions", "cumulative_emissions")
"""Indicators told here."""


def reading(ask: Ask) -> Reading | None:
    """Return how emissions are read; None for other outcomes, and for parts that need the whole table."""
    if ask.block.indicator not in NAMES:
        return None
    if ask.block.sector == IMPORT:
        return None
    running = ask.block.indicator == "cumulative_emissions"
    spans = [ask.system.years[: ask.system.years.index(year) + 1] if running else (year,) for year in ask.years]
    sums = tuple(tuple(key for y in span for key in keys_of(ask, y)) for span in spans)
    return Reading(ask.columns, sums=sums, unit="Mt")


def keys_of(ask: Ask, year: int) -> tuple[Key, ...]:
    """Return the forms whose sum is the emission of a year.

    Raises
    ------
    ScenarioError
        CP-468 for a boundary, firm or sector that is not known, or for a firm and a sector at once.
    """
    block = ask.block
    if block.boundary not in BOUNDARIES or (block.firm and block.sector):
        raise ask.absent(f"{block.boundary} {block.firm} {block.sector}".strip())
    emissions = BOUNDARIES["scope1" if block.sector else block.boundary]
    if not block.firm and not block.sector:
        places = places_of(ask.data, "annual_emissions")
        return tuple(Key("annual_emissions", p) for p in places if p == (ask.region, p[1], year) and p[1] in emissions)
    table = ask.system.technologies
    members = set(table.loc[table["firm" if block.firm else "sector"] == (block.firm or block.sector), "technology"])
    if not members:
        raise ask.absent(block.firm or block.sector)
    places = places_of(ask.data, "technology_emissions")
    return tuple(
        Key("technology_emissions", (r, t, e, y))
        for r, t, e, y in places
        if r == ask.region and t in members and e in emissions and y == year
    )
