"""Allowances are free for a part of the benchmark: for each unit of output, or whatever the output (配额免费分配)."""

from __future__ import annotations

from functools import partial
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, RootModel

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Multiplier
from carbonpath.scenario.names import find_technologies
from carbonpath.scenario.series import points
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change


class Allocation(Multiplier):
    """Factor on the free allowances that the system gives, by year."""

    technologies: Annotated[tuple[str, ...], Field(min_length=1)]
    """Technologies, with their owner, or without it for every owner."""
    kind: Literal["output_based", "fixed"] = "output_based"
    """Whether allowances follow output, or are given once and move no decision; their value is told by `ets`."""


class FreeAllocation(RootModel[tuple[Allocation, ...]]):
    """List of rules of allocation."""

    model_config = ConfigDict(frozen=True)

    lever: ClassVar[str] = "free_allocation"
    """Key of the lever in a scenario file."""

    def changes(self, site: Site) -> list[Change]:
        """Return factors on the allowances for a unit of activity, by year; zero where they are fixed."""
        return gather(partial(_allocation_changes, site.at(index), rule) for index, rule in enumerate(self.root))

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any rule may be wanted."""
        return []


def _allocation_changes(site: Site, rule: Allocation) -> list[Change]:
    factors = {point.year: point for point in points(site, rule.values)}
    table = site.system.parameter("free_allocation")
    changes = []
    for index, given in enumerate(rule.technologies):
        names = [technology.name for technology in find_technologies(site.at("technologies", index), given)]
        rows = table[table["technology"].isin(names)]
        if rows.empty:
            raise ScenarioError(site.at("technologies", index).problem("CP-419", given, parameter="free_allocation"))
        keys = dict.fromkeys(zip(rows["technology"], rows["year"].astype(int), strict=True))
        changes += [
            factors[year].site.change(
                "free_allocation",
                {"region": site.region, "technology": name, "year": year},
                factors[year].value if rule.kind == "output_based" else 0.0,
                unit="1",
                why=rule,
                operation="scale",
            )
            for name, year in keys
            if year in factors
        ]
    return changes
