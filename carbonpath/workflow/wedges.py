"""What each measure of a scenario takes off the emissions of its reference, by year."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import as_table
from carbonpath.indicators.attribution import Subset, Values, sequential_parts, shapley_parts, subsets
from carbonpath.indicators.emissions import BOUNDARIES
from carbonpath.workflow.fitting import FittedDistrict
from carbonpath.workflow.journal import Journal
from carbonpath.workflow.measures import Measures
from carbonpath.workflow.plan import scenario_specification
from carbonpath.workflow.plans import NO_SETTINGS, Plan, solve_plan, with_measures
from carbonpath.workflow.project import Project

KINDS = ("sequential", "shapley")
"""Ways of sharing out: in the order of the levers, and fairly over all orders."""


def solve_subsets(project: Project, base: FittedDistrict, measures: Measures, journal: Journal) -> dict[Subset, Plan]:
    """Return the plan of every subset of the measures.

    Raises
    ------
    InfeasibleError
        If some of the measures have no plan together, with what runs short.
    """
    system = base.system(scenario_specification(project, measures.reference, NO_SETTINGS))
    plans = {}
    with journal.stage("model"):
        for chosen in subsets(measures.names):
            scenario = measures.scenario_of(chosen)
            plans[chosen] = solve_plan(with_measures(system, scenario), scenario.name)
    return plans


def wedge_rows(plans: dict[Subset, Plan], measures: Measures) -> pd.DataFrame:
    """Return ``wedge_sequential`` and ``wedge_shapley`` by measure and year, and ``wedge_reference``, as INDICATOR.

    A wedge is positive where the measure lowers emissions. Wedges of a year add up to the reference less the scenario,
    in each boundary.
    """
    rows: list[dict[str, object]] = []
    for boundary in BOUNDARIES:
        paths: dict[Subset, Values] = {
            chosen: plan.emissions(boundary).to_numpy(dtype=float) for chosen, plan in plans.items()
        }
        parts = {
            "wedge_sequential": sequential_parts(paths, measures.names),
            "wedge_shapley": shapley_parts(paths, measures.names),
            "wedge_reference": {"": -paths[frozenset()]},
        }
        years = plans[frozenset()].system.years
        rows += [
            {"indicator": name, "item": item, "boundary": boundary, "year": year, "value": value}
            for name, members in parts.items()
            for item, part in members.items()
            for year, value in zip(years, (-np.asarray(part)).tolist(), strict=True)
        ]
    region = plans[frozenset()].system.regions[0]
    told = pd.DataFrame(rows).assign(scenario=measures.scenario.name, region=region, unit="Mt")
    return as_table(told, INDICATOR)
