"""Coal of the district and the shares of freight: the weighted activity of groups."""

from __future__ import annotations

from collections.abc import Mapping

from carbonpath.indicators.coal import GROUP
from carbonpath.model.compiled import Key
from carbonpath.model.labels import Units
from carbonpath.study.outcome import Ask, Reading

AMOUNTS: Mapping[str, str] = {"coal": GROUP}
"""Group whose activity is an indicator."""
SHARES: Mapping[str, tuple[str, str]] = {
    "clean_share": ("clean_freight", "bulk_freight"),
    "nev_share": ("nev_freight", "road_freight"),
}
"""Groups whose ratio is an indicator."""


def reading(ask: Ask) -> Reading | None:
    """Return how the group is read; None for other outcomes, and for parts that need the whole table."""
    name = ask.block.indicator
    if ask.block.firm or ask.block.item:
        return None
    if name in AMOUNTS:
        unit = Units(ask.system).of("group_activity", (ask.region, AMOUNTS[name], ask.years[0]))
        return Reading(ask.columns, sums=_sums(ask, AMOUNTS[name]), unit=unit)
    if name in SHARES:
        one, other = SHARES[name]
        return Reading(ask.columns, "ratio", _sums(ask, one) + _sums(ask, other), unit="1")
    return None


def _sums(ask: Ask, group: str) -> tuple[tuple[Key, ...], ...]:
    known = set(ask.data.sets.group)
    places = [(ask.region, group, year) for year in ask.years]
    if not known.intersection(places):
        raise ask.absent(group)
    return tuple((Key("group_activity", place),) if place in known else () for place in places)
