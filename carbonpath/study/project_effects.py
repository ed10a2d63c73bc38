"""What projects save and cost on the way from a reference to a scenario: each alone, and one after another.

First the conditions of the scenario are given (demands, prices of goods, what may be built), without what it demands:
of caps, shares and minimum uses the looser counts, and the carbon price is that of the reference. Then the projects are
carried out one by one, the cheapest first, each at least as far as the scenario goes; the plan makes the best of what
is there. What the scenario does beyond its projects comes last: all parts add up to the difference between the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from carbonpath.core.errors import InfeasibleError
from carbonpath.core.vocabulary import quantity
from carbonpath.study.priced import Answer, PricedProgramme
from carbonpath.study.technology_curve import Saving, saving_between
from carbonpath.system.system import System

LEAST = frozenset(
    {
        *("min_group_activity", "min_group_share", "min_capacity", "min_new_capacity", "min_activity"),
        *("min_model_period_activity", "min_retired_capacity", "min_mode_activity"),
    }
)
"""Parameters by which a scenario demands at least something."""
MOST = frozenset(
    {
        *("annual_emission_limit", "model_period_emission_limit", "annual_boundary_limit"),
        *("model_period_boundary_limit", "max_emission_ratio", "max_investment", "max_commodity_use"),
        *("max_group_activity", "max_group_share", "max_group_ratio", "max_model_period_group_activity"),
    }
)
"""Parameters by which it allows at most something."""
PAID = frozenset({"emission_price", "free_allocation", "fixed_allowance"})
"""Parameters of the carbon price."""

Amounts = Mapping[tuple[str, str, str, int], float]
"""Activity by technology, mode, timeslice and year."""


@dataclass(frozen=True, slots=True)
class ProjectEffects:
    """What leads from the reference to the scenario."""

    conditions: Saving
    """Other demands, prices and offers, before any project."""
    projects: tuple[tuple[str, Saving], ...]
    """What each project adds, in the order in which they are carried out."""
    single: Mapping[str, Saving]
    """What each project does alone; one that the limits of the reference do not allow is missing."""
    operation: Saving
    """What the scenario does beyond its projects."""
    whole: Saving
    """Reference to scenario: conditions, projects and operation together."""


def without_demands(scenario: System, reference: System) -> System:
    """Return the scenario's system with the looser of both limits where it demands, and the reference's carbon price.

    A limit that one of the two does not have is none.
    """
    parameters = {name: table for name, table in scenario.parameters.items() if name not in LEAST | MOST | PAID}
    parameters |= {name: table for name, table in reference.parameters.items() if name in PAID}
    for name in sorted(LEAST | MOST):
        if name in scenario.parameters and name in reference.parameters:
            parameters[name] = _looser(scenario.parameters[name], reference.parameters[name], name)
    return replace(scenario, parameters=parameters)


def _looser(one: pd.DataFrame, other: pd.DataFrame, name: str) -> pd.DataFrame:
    indices = list(quantity(name).indices)
    values = other.set_index(indices)["value"].reindex(pd.MultiIndex.from_frame(one[indices])).to_numpy(dtype=float)
    kept = one.assign(value=(np.minimum if name in LEAST else np.maximum)(one["value"], values))
    return kept.dropna(subset="value").reset_index(drop=True)


def project_effects(
    scenario: System, reference: System, projects: Mapping[str, Amounts], boundary: str
) -> ProjectEffects:
    """Return what projects save and cost.

    Parameters
    ----------
    scenario, reference
        Two systems with the same technologies and years.
    projects
        By name of a project the activity that it stands for and that must be reached.
    boundary
        Emissions that count.

    Raises
    ------
    CarbonpathError
        What the model raises of either system.
    """
    start, aim = (PricedProgramme(system, boundary).solve(0.0) for system in (reference, scenario))
    programme = PricedProgramme(without_demands(scenario, reference), boundary)
    free = programme.solve(0.0)
    single: dict[str, Saving] = {}
    for name, wanted in projects.items():
        alone = _carried_out(programme, wanted)
        if alone is not None:
            single[name] = saving_between(alone, free)
    done: dict[tuple[str, str, str, int], float] = {}
    steps: list[tuple[str, Saving]] = []
    last = free
    for name in sorted(single, key=lambda name: (_rank(single[name]), name)):
        after = _carried_out(programme, {**done, **projects[name]})
        if after is None:
            continue
        done.update(projects[name])
        steps.append((name, saving_between(after, last)))
        last = after
    operation, whole = saving_between(aim, last), saving_between(aim, start)
    return ProjectEffects(saving_between(free, start), tuple(steps), single, operation, whole)


def _carried_out(programme: PricedProgramme, wanted: Amounts) -> Answer | None:
    """Return the plan in which activities reach what is wanted; None if there is none."""
    try:
        return programme.solve(0.0, least=programme.floor(wanted))
    except InfeasibleError:
        return None


def _rank(saving: Saving) -> float:
    return float("inf") if saving.unit_cost is None else saving.unit_cost
