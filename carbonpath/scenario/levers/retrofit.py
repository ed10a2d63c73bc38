"""A plant uses less of an input for the same output, at a cost for each unit saved (节能改造)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Annotated, ClassVar, NamedTuple

from pydantic import ConfigDict, Field, RootModel

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.addition import TechnologyRows
from carbonpath.scenario.blocks import Amount, Series
from carbonpath.scenario.names import NamedTechnology, find_owned, nearest
from carbonpath.scenario.series import Point, points, to_system
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change

EMISSION = "co2"
"""Emission that burning less releases less of."""
ADDED = ("emission_activity_ratio", "variable_cost")
"""What a saving adds to: what is released, and what is paid."""
Ratios = Mapping[tuple[str, str, int], float]
"""Input of a unit of activity by commodity, mode and year."""
STANDARD_COAL = "tce"
"""Unit in which a cost of saving may be given whatever is saved."""


class Saving(Series):
    """Part of some inputs of a technology that is saved, by year, in percent."""

    technology: str
    """Technology that is refitted, by every firm that has it."""
    firm: str = ""
    """Its owner, where only one of several firms is meant."""
    inputs: Annotated[tuple[str, ...], Field(min_length=1)]
    """Commodities saved, without their firm."""
    cost_of_saving: Amount | None = None
    """Yearly cost, capital included, of each unit saved: CNY/tce, CNY/GJ, CNY/MWh or CNY/t."""


class Retrofit(RootModel[tuple[Saving, ...]]):
    """List of savings."""

    model_config = ConfigDict(frozen=True)

    lever: ClassVar[str] = "retrofit"
    """Key of the lever in a scenario file."""

    def changes(self, site: Site) -> list[Change]:
        """Return input ratios, emissions and variable costs of refitted technologies, by year."""
        rows = TechnologyRows(site.system)
        return gather(partial(_saving_changes, site.at(index), saving, rows) for index, saving in enumerate(self.root))

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: the inputs are checked when the changes are made."""
        return []


def _saving_changes(site: Site, saving: Saving, rows: TechnologyRows) -> list[Change]:
    factor = to_system(site, saving.unit, "1")
    above = [year for year, value in saving.values.items() if value * factor >= 1.0]
    if above:
        raise ScenarioError(*(site.at("values", year).problem("CP-415", f"{saving.values[year]:g}") for year in above))
    owned = find_owned(site.at("technology"), saving.technology, saving.firm)
    steps = [point._replace(value=point.value * factor) for point in points(site, saving.values)]
    return [change for technology in owned for change in _owner_changes(saving, _Plant(technology, site, rows), steps)]


def _owner_changes(saving: Saving, plant: _Plant, steps: list[Point]) -> list[Change]:
    ratios = _ratios(plant)
    inputs = [_input(plant, saving, index, ratios) for index in range(len(saving.inputs))]
    held = {(name, *index) for name in ADDED for index in _held(plant, name)}
    changes: list[Change] = []
    for step in steps:
        changes += [_less(step, saving, plant.technology.name, entry.name) for entry in inputs]
        for mode in sorted({mode for _, mode, year in ratios if year == step.year}):
            saved = _saved(inputs, ratios, mode, step.year)
            changes += _effects(step, saving, plant.technology, mode, saved, held)
    return changes


class _Plant(NamedTuple):
    """A technology of one owner, the place of the entry that refits it, and the rows of the system."""

    technology: NamedTechnology
    site: Site
    rows: TechnologyRows


def _held(plant: _Plant, parameter: str) -> Iterator[tuple[str, int]]:
    """Yield mode and year of the rows that an addition finds."""
    table = plant.rows.of(parameter, plant.technology.name)
    if "emission" in table:
        table = table[table["emission"] == EMISSION]
    yield from zip(table["mode"], table["year"].astype(int), strict=True)


class _Input(NamedTuple):
    """An input that is saved."""

    name: str
    """Commodity."""
    released: float
    """Emission of a unit, Mt."""
    cost: float
    """Cost of saving a unit, million CNY."""


def _input(plant: _Plant, saving: Saving, index: int, ratios: Ratios) -> _Input:
    place = plant.site.at("inputs", index)
    name = _commodity(place, saving.inputs[index], sorted({commodity for commodity, _, _ in ratios}))
    return _Input(name, _released(place, plant, name), _cost(plant.site, saving, name))


def _less(point: Point, why: Saving, technology: str, commodity: str) -> Change:
    where: dict[str, str | int] = {"region": point.site.region, "technology": technology, "commodity": commodity}
    where["year"] = point.year
    return point.site.change("input_activity_ratio", where, 1.0 - point.value, unit="1", why=why, operation="scale")


def _saved(inputs: list[_Input], ratios: Ratios, mode: str, year: int) -> tuple[float, float]:
    """Return emission and cost of all that a unit of activity takes of the inputs."""
    drawn = [(entry, ratios.get((entry.name, mode, year), 0.0)) for entry in inputs]
    return sum(r * entry.released for entry, r in drawn), sum(r * entry.cost for entry, r in drawn)


def _effects(
    point: Point,
    why: Saving,
    technology: NamedTechnology,
    mode: str,
    saved: tuple[float, float],
    held: set[tuple[str, str, int]],
) -> list[Change]:
    site, unit = point.site, technology.activity_unit
    place: dict[str, str | int] = {"region": site.region, "technology": technology.name}
    place |= {"mode": mode, "year": point.year}
    released, paid = ADDED
    added = (
        (released, {**place, "emission": EMISSION}, -point.value * saved[0], f"Mt/{unit}"),
        (paid, place, point.value * saved[1], f"10^6 CNY/{unit}"),
    )
    return [
        site.change(
            name,
            where,
            value,
            unit=told,
            why=why,
            operation="add" if (name, mode, point.year) in held else "set",
        )
        for name, where, value, told in added
        if value
    ]


def _ratios(plant: _Plant) -> Ratios:
    table = plant.rows.of("input_activity_ratio", plant.technology.name)
    table = table[table["region"] == plant.site.region]
    keys = zip(table["commodity"], table["mode"], table["year"].astype(int), strict=True)
    return dict(zip(keys, table["value"], strict=True))


def _commodity(site: Site, name: str, known: list[str]) -> str:
    found = [commodity for commodity in known if name in (commodity, commodity.partition(".")[2])]
    if not found:
        own = [*known, *(commodity.partition(".")[2] or commodity for commodity in known)]
        raise ScenarioError(site.problem("CP-416", name, nearest=nearest(name, own), known=", ".join(known)))
    return found[0]


def _released(site: Site, plant: _Plant, commodity: str) -> float:
    table = plant.rows.of("fuel_emission_ratio", plant.technology.name)
    rows = table[table["commodity"] == commodity]
    if rows.empty:
        raise ScenarioError(site.problem("CP-417", commodity, technology=plant.technology.name))
    return float(rows["value"].iloc[0])


def _cost(site: Site, saving: Saving, commodity: str) -> float:
    """Return the cost of a unit saved in million CNY."""
    given = saving.cost_of_saving
    if given is None:
        return 0.0
    rows = site.system.commodities
    row = rows[rows["commodity"] == commodity]
    if given.unit == f"CNY/{STANDARD_COAL}":
        return given.value * float(row["tce_per_unit"].iloc[0])
    return given.value * to_system(site.at("cost_of_saving"), given.unit, f"CNY/{row['unit'].iloc[0]}") / 1e6
