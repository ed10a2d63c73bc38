"""Any quantity of the model, or shadow price of a limit, added up over the rows that are asked for."""

from __future__ import annotations

from types import SimpleNamespace

from carbonpath.core.vocabulary import quantities, quantity
from carbonpath.model.compiled import Key
from carbonpath.model.expressions.discounting import middle_discount_factor
from carbonpath.model.labels import Units
from carbonpath.model.linear_form import FORMS, places_of
from carbonpath.model.parameters import Index
from carbonpath.model.solution import PRICE_OF
from carbonpath.study.outcome import Ask, Reading
from carbonpath.study.rows import matching


def reading(ask: Ask) -> Reading | None:
    """Return how the quantity is read; None for indicators.

    Raises
    ------
    ScenarioError
        CP-468 if the system has no such row.
    """
    name = ask.block.quantity
    if not name:
        return None
    if name in PRICE_OF.values():
        return _prices(ask, name)
    if name not in FORMS:
        raise ask.absent(name)
    places = _matching(ask, name, places_of(ask.data, name))
    unit = Units(ask.system).of(name, places[0])
    if "year" not in quantity(name).indices:
        return Reading((ask.name,), sums=(tuple(Key(name, place) for place in places),), unit=unit)
    sums = tuple(tuple(Key(name, place) for place in places if place[-1] == year) for year in ask.years)
    return Reading(ask.columns, sums=sums, unit=unit)


def _matching(ask: Ask, name: str, places: tuple[Index, ...]) -> list[Index]:
    where = ask.block.where or {}
    unknown = [index for index in where if index not in quantity(name).indices]
    found = [] if unknown else matching(places, name, where)
    if not found:
        raise ask.absent(f"{name}{dict(where)}")
    return found


def _prices(ask: Ask, name: str) -> Reading:
    """Read the price of a limit, in money of its year: what one more unit of it saves."""
    data = ask.data.parameters
    priced = SimpleNamespace()
    ask.data.attach(priced)
    limits = [family for family, price in PRICE_OF.items() if price == name]
    if name == "commodity_price":
        rows = [(family, place) for family in limits for place in ask.data.sets.balance]
    else:
        rows = [(family, place) for family in limits for place in sorted(data[family])]
    named = [(place, Key(family, place)) for family, place in rows]
    found = set(_matching(ask, name, tuple({place for place, _ in named})))
    if name == "commodity_price" and len({place[2] for place in found}) > 1:
        raise ask.absent(f"{name} of several timeslices: timeslice")
    sign = 1.0 if name == "commodity_price" else -1.0
    duals = tuple(
        tuple(
            (key, sign / middle_discount_factor(priced, place[0], year))
            for place, key in named
            if place in found and place[-1] == year
        )
        for year in ask.years
    )
    return Reading(ask.columns, duals=duals, unit=Units(ask.system).of(name, min(found)))


def is_known(name: str) -> bool:
    """Tell whether a quantity of the vocabulary can be an outcome."""
    return name in quantities() and (name in FORMS or name in PRICE_OF.values())
