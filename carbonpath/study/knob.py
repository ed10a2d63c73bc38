"""Numbers that are turned to find a tipping value: prices, a share of scrap, an investment, any parameter."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import pandas as pd

from carbonpath.core.tables import as_table
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import TECHNOLOGIES, System, as_parameter

COAL = "coal_use"
"""Group of what counts as coal."""
SCRAP = "scrap"
"""Commodity bought as scrap."""
HYDROGEN = "hydrogen"
"""Commodity bought as hydrogen."""
PER_KG = 1000.0
"""CNY per t in a CNY per kg."""

Turn = Callable[[System, float], System]


@dataclass(frozen=True, slots=True)
class Range:
    """Where a knob is turned if nothing is said."""

    low: float
    """Lower end."""
    high: float
    """Upper end."""
    unit: str
    """Unit of its values; 1: a factor or share."""


@dataclass(frozen=True, slots=True)
class Knob:
    """A number to be turned."""

    name: str
    """``carbon_price`` etc.; ``capex`` and ``parameter`` stand for one of many."""
    subject: str
    """Technology or parameter that is meant, where there are many."""
    range: Range
    """Where it is turned if nothing is said."""
    turn: Turn
    """Returns the system with the number turned to a value."""


@cache
def ranges() -> Mapping[str, Range]:
    """Return the range of each knob."""
    data = tomllib.loads((files(__package__) / "knobs.toml").read_text(encoding="utf-8"))
    return {name: Range(**entry) for name, entry in data.items()}


def turn_carbon_price(system: System, value: float) -> System:
    """Return the system with a price of CO2, CNY/t, in every year after the first."""
    changes = [
        Change("emission_price", {"region": region, "emission": "co2", "year": year}, "set", value)
        for region in system.regions
        for year in _after(system)
    ]
    return apply_changes(system, changes)


def turn_hydrogen_price(system: System, value: float) -> System:
    """Return the system with hydrogen to be bought at a price, CNY/kg, after the first year.

    A system without hydrogen stays as it is.
    """
    if HYDROGEN not in set(system.commodities["commodity"]):
        return system
    name = f"BUY.{HYDROGEN}"
    row: dict[str, object] = {"technology": name, "sector": "market", "role": "purchase", "main_output": HYDROGEN}
    row |= {"activity_unit": "Mt", "zh": "购入氢气", "en": "Purchase of hydrogen", "confidence": "assumed"}
    added = as_table([row], TECHNOLOGIES)
    place = {"region": system.regions[0], "technology": name, "mode": system.modes[0], "source": "study tip"}
    years = pd.DataFrame({"year": list(_after(system))})
    output = years.assign(**place, commodity=HYDROGEN, value=1.0)
    cost = years.assign(**place, value=value * PER_KG)
    parameters = dict(system.parameters)
    for parameter, rows in (("output_activity_ratio", output), ("variable_cost", cost)):
        joined = pd.concat([system.parameter(parameter), as_parameter(parameter, rows)], ignore_index=True)
        parameters[parameter] = as_parameter(parameter, joined)
    technologies = pd.concat([system.technologies, added], ignore_index=True)
    return replace(system, technologies=technologies, parameters=parameters)


def turn_coal_price(system: System, value: float) -> System:
    """Return the system with the price of everything bought that counts as coal multiplied, after the first year."""
    members = system.groups.loc[system.groups["group"] == COAL, "technology"]
    priced = set(system.parameter("variable_cost")["technology"])
    return _scaled(system, "variable_cost", sorted(set(members) & priced), value, _after(system))


def turn_capex(technologies: Sequence[str]) -> Turn:
    """Return what multiplies the investment of technologies, in all years."""
    return lambda system, value: _scaled(system, "capital_cost", technologies, value, system.years)


def turn_scrap_share(crude_steel: Mapping[int, float]) -> Turn:
    """Return what lets scrap be bought up to a share of crude steel, given by year, after the first year."""

    def turn(system: System, value: float) -> System:
        bought = system.technologies
        names = bought.loc[(bought["role"] == "purchase") & bought["technology"].str.endswith(f"BUY.{SCRAP}")]
        changes = [
            Change(
                "max_activity",
                {"region": system.regions[0], "technology": name, "year": year},
                "set",
                value * crude_steel.get(year, 0.0),
            )
            for name in names["technology"]
            for year in _after(system)
        ]
        return apply_changes(system, changes)

    return turn


def turn_parameter(change: Change) -> Turn:
    """Return what multiplies the rows of a parameter that `change` names."""
    return lambda system, value: apply_changes(system, [replace(change, operation="scale", value=value)])


def _after(system: System) -> tuple[int, ...]:
    return tuple(system.years[1:])


def _scaled(system: System, parameter: str, names: Sequence[str], value: float, years: Sequence[int]) -> System:
    rows = system.parameter(parameter)
    kept = rows.loc[rows["technology"].isin(names) & rows["year"].isin(years), ["technology", "year"]].drop_duplicates()
    changes = [
        Change(parameter, {"technology": str(name), "year": int(year)}, "scale", value)
        for name, year in kept.itertuples(index=False)
    ]
    return apply_changes(system, changes)
