"""A plant uses less of an input for the same output, at a cost for each unit saved (节能改造)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Annotated, ClassVar, NamedTuple

from pydantic import ConfigDict, Field, RootModel

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.addition import cost_addition
from carbonpath.scenario.blocks import Amount, Series
from carbonpath.scenario.names import NamedTechnology, find_owned, nearest
from carbonpath.scenario.series import Point, points, to_system
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change

EMISSION = "co2"
"""Emission that burning less releases less of."""
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
        return gather(partial(_saving_changes, site.at(index), saving) for index, saving in enumerate(self.root))

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: the inputs are checked when the changes are made."""
        return []


def _saving_changes(site: Site, saving: Saving) -> list[Change]:
    factor = to_system(site, saving.unit, "1")
    above = [year for year, value in saving.values.items() if value * factor >= 1.0]
    if above:
        raise ScenarioError(*(site.at("values", year).problem("CP-415", f"{saving.values[year]:g}") for year in above))
    owned = find_owned(site.at("technology"), saving.technology, saving.firm)
    return [change for technology in owned for change in _owner_changes(site, saving, technology, factor)]


def _owner_changes(site: Site, saving: Saving, technology: NamedTechnology, factor: float) -> list[Change]:
    ratios = _ratios(site, technology.name)
    inputs = [_input(site, saving, technology.name, index, ratios) for index in range(len(saving.inputs))]
    changes: list[Change] = []
    for point in points(site, saving.values):
        step = point._replace(value=point.value * factor)
        changes += [_less(step, saving, technology.name, entry.name) for entry in inputs]
        for mode in sorted({mode for _, mode, year in ratios if year == point.year}):
            changes += _effects(step, saving, technology, mode, _saved(inputs, ratios, mode, point.year))
    return changes


class _Input(NamedTuple):
    """An input that is saved."""

    name: str
    """Commodity."""
    released: float
    """Emission of a unit, Mt."""
    cost: float
    """Cost of saving a unit, million CNY."""


def _input(site: Site, saving: Saving, technology: str, index: int, ratios: Ratios) -> _Input:
    place = site.at("inputs", index)
    name = _commodity(place, saving.inputs[index], sorted({commodity for commodity, _, _ in ratios}))
    return _Input(name, _released(place, technology, name), _cost(site, saving, name))


def _less(point: Point, why: Saving, technology: str, commodity: str) -> Change:
    where: dict[str, str | int] = {"region": point.site.region, "technology": technology, "commodity": commodity}
    where["year"] = point.year
    return point.site.change("input_activity_ratio", where, 1.0 - point.value, unit="1", why=why, operation="scale")


def _saved(inputs: list[_Input], ratios: Ratios, mode: str, year: int) -> tuple[float, float]:
    """Return emission and cost of all that a unit of activity takes of the inputs."""
    drawn = [(entry, ratios.get((entry.name, mode, year), 0.0)) for entry in inputs]
    return sum(r * entry.released for entry, r in drawn), sum(r * entry.cost for entry, r in drawn)


def _effects(
    point: Point, why: Saving, technology: NamedTechnology, mode: str, saved: tuple[float, float]
) -> list[Change]:
    site, unit = point.site, technology.activity_unit
    place = {"region": site.region, "technology": technology.name, "mode": mode, "year": point.year}
    emission, cost = (point.value * part for part in saved)
    changes = []
    if emission:
        where = {**place, "emission": EMISSION}
        changes.append(cost_addition(site, "emission_activity_ratio", where, -emission, unit=f"Mt/{unit}", why=why))
    if cost:
        changes.append(cost_addition(site, "variable_cost", place, cost, unit=f"10^6 CNY/{unit}", why=why))
    return changes


def _ratios(site: Site, technology: str) -> Ratios:
    table = site.system.parameter("input_activity_ratio")
    table = table[(table["region"] == site.region) & (table["technology"] == technology)]
    keys = zip(table["commodity"], table["mode"], table["year"].astype(int), strict=True)
    return dict(zip(keys, table["value"], strict=True))


def _commodity(site: Site, name: str, known: list[str]) -> str:
    found = [commodity for commodity in known if name in (commodity, commodity.partition(".")[2])]
    if not found:
        own = [*known, *(commodity.partition(".")[2] or commodity for commodity in known)]
        raise ScenarioError(site.problem("CP-416", name, nearest=nearest(name, own), known=", ".join(known)))
    return found[0]


def _released(site: Site, technology: str, commodity: str) -> float:
    table = site.system.parameter("fuel_emission_ratio")
    rows = table[(table["technology"] == technology) & (table["commodity"] == commodity)]
    if rows.empty:
        raise ScenarioError(site.problem("CP-417", commodity, technology=technology))
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
