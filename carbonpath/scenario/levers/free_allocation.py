"""Allowances are free for a part of the benchmark: for each unit of output, or whatever the output (配额免费分配)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, RootModel

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Multiplier
from carbonpath.scenario.names import find_technologies
from carbonpath.scenario.series import Point, points
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change

EMISSION = "co2"
"""Emission of which base-year amounts are given."""


class Allocation(Multiplier):
    """Factor on the free allowances that the system gives, by year."""

    technologies: Annotated[tuple[str, ...], Field(min_length=1)]
    """Technologies, with their owner, or without it for every owner."""
    kind: Literal["output_based", "fixed"] = "output_based"
    """Whether allowances follow output, or are given once: counted in the cost, moving no decision."""
    of: Literal["output", "emissions"] = "output"
    """What fixed allowances are a factor of: output of the base year times benchmark, or emissions of the base year."""


class FreeAllocation(RootModel[tuple[Allocation, ...]]):
    """List of rules of allocation."""

    model_config = ConfigDict(frozen=True)

    lever: ClassVar[str] = "free_allocation"
    """Key of the lever in a scenario file."""

    def changes(self, site: Site) -> list[Change]:
        """Return factors on the allowances for a unit of activity, by year, or the amounts that take their place."""
        return gather(partial(_allocation_changes, site.at(index), rule) for index, rule in enumerate(self.root))

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any rule may be wanted."""
        return []


def _allocation_changes(site: Site, rule: Allocation) -> list[Change]:
    factors = {point.year: point for point in points(site, rule.values)}
    changes = []
    for index, given in enumerate(rule.technologies):
        place = site.at("technologies", index)
        names = [technology.name for technology in find_technologies(place, given)]
        changes += _followed(place, rule, names, factors)
        if rule.kind == "fixed":
            changes += _fixed(place, rule, names, factors)
    return changes


def _followed(place: Site, rule: Allocation, names: list[str], factors: Mapping[int, Point]) -> list[Change]:
    """Return factors on what follows output; zero where allowances are fixed."""
    keys = _benchmarks(place, names)
    if not keys and rule.of == "output":
        raise ScenarioError(place.problem("CP-419", ", ".join(names), parameter="free_allocation"))
    return [
        factors[year].site.change(
            "free_allocation",
            {"region": place.region, "technology": name, "year": year},
            factors[year].value if rule.kind == "output_based" else 0.0,
            unit="1",
            why=rule,
            operation="scale",
        )
        for name, year in keys
        if year in factors
    ]


def _fixed(place: Site, rule: Allocation, names: list[str], factors: Mapping[int, Point]) -> list[Change]:
    """Return amounts from what each technology did in the base year.

    Raises
    ------
    ScenarioError
        CP-733 for technologies of which the base year is not surveyed.
    """
    done = _base_activity(place)
    without = [name for name in names if name not in done]
    if without:
        raise ScenarioError(*(place.problem("CP-733", name) for name in without))
    each = _benchmarks(place, names) if rule.of == "output" else _emission_ratios(place, names)
    return [
        factors[year].site.change(
            "fixed_allowance",
            {"region": place.region, "technology": name, "emission": EMISSION, "year": year},
            factors[year].value * ratio * done[name],
            unit="Mt",
            why=rule,
        )
        for (name, year), ratio in each.items()
        if year in factors
    ]


def _benchmarks(place: Site, names: Iterable[str]) -> dict[tuple[str, int], float]:
    """Return the allowances for a unit of activity by technology and year."""
    table = place.system.parameter("free_allocation")
    rows = table[table["technology"].isin(list(names))]
    return {
        (str(name), int(year)): float(value)
        for name, year, value in zip(rows["technology"], rows["year"], rows["value"], strict=True)
    }


def _emission_ratios(place: Site, names: Iterable[str]) -> dict[tuple[str, int], float]:
    """Return the emission of the base year for a unit of activity, told for every model year."""
    first = place.system.years[0]
    table = place.system.parameter("emission_activity_ratio")
    rows = table[table["technology"].isin(list(names)) & (table["emission"] == EMISSION) & (table["year"] == first)]
    ratios = rows.groupby("technology")["value"].sum()
    return {(str(name), year): float(ratio) for name, ratio in ratios.items() for year in place.system.years}


def _base_activity(place: Site) -> dict[str, float]:
    """Return the activity at which the first model year is held, by technology."""
    held = place.system.parameter("min_activity")
    first = held[held["year"] == place.system.years[0]]
    return {str(name): float(value) for name, value in zip(first["technology"], first["value"], strict=True)}
