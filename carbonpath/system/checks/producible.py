"""What is demanded or used can be made or bought."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from carbonpath.core.problems import Problem, Severity
from carbonpath.system.system import System

PASSING = ("link", "sale")
"""Roles of what only passes on what others make."""
Place = tuple[str, str]
"""Region and technology."""


@dataclass(frozen=True, slots=True)
class _Flows:
    """Inputs and outputs by region, technology and year."""

    inputs: Mapping[tuple[str, str, int], set[str]]
    outputs: Mapping[tuple[str, str, int], set[str]]


def check_producible(system: System) -> list[Problem]:
    """Return CP-224 for each demand that cannot be met, and a warning for each input that keeps a technology idle.

    A technology can run in a year if it keeps no capacity, or has some standing, or could have been built by then, no
    limit forbids its activity, and another technology that can run makes each of its inputs. Goods that need each
    other in a circle (coke, gas of the works, power) count as producible: the balances of a year are met together.
    Links and sales only pass on what others make, and idle where nobody makes it.
    """
    flows = _flows(system)
    missing_demand: dict[Place, list[int]] = defaultdict(list)
    missing_input: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    ready, demand = _ready(system), _demanded(system)
    links = set(system.technologies.loc[system.technologies["role"].isin(PASSING), "technology"])
    for region in system.regions:
        for year in system.years:
            able = {place[1] for place in ready[year] if place[0] == region}
            running, made = _running(flows, region, year, able)
            for commodity in sorted(demand[region, year] - made):
                missing_demand[region, commodity].append(year)
            for technology in sorted(able - running - links):
                for commodity in sorted(flows.inputs.get((region, technology, year), set()) - made):
                    missing_input[region, technology, commodity].append(year)
    return [
        *(_problem(commodity, f"demand[{region}]", years) for (region, commodity), years in missing_demand.items()),
        *(
            _problem(commodity, technology, years, warning=True)
            for (_, technology, commodity), years in missing_input.items()
        ),
    ]


def _running(flows: _Flows, region: str, year: int, able: Iterable[str]) -> tuple[set[str], set[str]]:
    """Return the technologies whose every input is made by one of them, and what they make."""
    running = set(able)
    while True:
        made = {name for technology in running for name in flows.outputs.get((region, technology, year), set())}
        starved = {t for t in running if not flows.inputs.get((region, t, year), set()) <= made}
        if not starved:
            return running, made
        running -= starved


def _flows(system: System) -> _Flows:
    found: list[dict[tuple[str, str, int], set[str]]] = []
    for name in ("input_activity_ratio", "output_activity_ratio"):
        table = system.parameter(name)
        flows: dict[tuple[str, str, int], set[str]] = defaultdict(set)
        columns = (table[column].to_list() for column in ("region", "technology", "year", "commodity"))
        for region, technology, year, commodity in zip(*columns, strict=True):
            flows[region, technology, year].add(commodity)
        found.append(flows)
    return _Flows(*found)


def _demanded(system: System) -> Mapping[tuple[str, int], set[str]]:
    table = system.parameter("demand")
    wanted = table[table["value"] > 0]
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    for region, year, commodity in zip(wanted["region"], wanted["year"], wanted["commodity"], strict=True):
        found[region, year].add(commodity)
    return found


def _ready(system: System) -> Mapping[int, set[Place]]:
    """Return by year the technologies that have, need or could have capacity, and may run."""
    table = system.technologies
    keeping = set(table.loc[table["capacity_unit"] != "", "technology"])
    standing, forbidden = _years(system, "residual_capacity", zero=False), _years(system, "max_activity", zero=True)
    closed = _years(system, "max_capacity", zero=True)
    kept_out = _years(system, "max_new_capacity", zero=True)
    built = {
        place: years - closed[place] - kept_out[place]
        for place, years in _years(system, "capital_cost", zero=None).items()
    }
    ready: dict[int, set[Place]] = defaultdict(set)
    for place in ((region, str(name)) for region in system.regions for name in table["technology"]):
        for year in system.years:
            new = year not in closed[place] and any(start <= year for start in built.get(place, ()))
            stands = place[1] not in keeping or year in standing[place] or new
            if stands and year not in forbidden[place]:
                ready[year].add(place)
    return ready


def _years(system: System, name: str, *, zero: bool | None) -> dict[Place, set[int]]:
    """Return the years with a row by technology: of value zero, of a value above zero, or (None) of any."""
    table = system.parameter(name)
    if zero is not None:
        table = table[(table["value"] == 0) if zero else (table["value"] > 0)]
    found: dict[Place, set[int]] = defaultdict(set)
    for region, technology, year in zip(table["region"], table["technology"], table["year"], strict=True):
        found[region, technology].add(year)
    return found


def _problem(commodity: str, place: str, years: list[int], *, warning: bool = False) -> Problem:
    told = str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}"
    severity: Severity = "warning" if warning else "error"
    return Problem("CP-224", place=place, value=commodity, details={"years": told}, severity=severity)
