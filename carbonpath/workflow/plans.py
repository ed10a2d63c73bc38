"""Least-cost plans of variants of a project, told in few numbers, for analyses that need many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from carbonpath.indicators.emissions import BOUNDARIES
from carbonpath.model.highs import SolverOptions
from carbonpath.model.run import ModelOutcome, solve_system
from carbonpath.scenario.compose import scenario_changes
from carbonpath.scenario.scenario import Scenario
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System
from carbonpath.workflow.fitting import FittedDistrict
from carbonpath.workflow.plan import scenario_specification
from carbonpath.workflow.project import Project
from carbonpath.workflow.settings import Settings

NO_SETTINGS = Settings({}, ())
"""A command line that asks for nothing."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A least-cost plan, in the few tables that analyses of many plans compare."""

    system: System
    """System."""
    cost: float
    """Present value of all cost, million CNY."""
    released: pd.DataFrame
    """Emissions by emission (rows) and year (columns), Mt."""
    activity: pd.DataFrame
    """Annual activity by technology (rows) and year (columns)."""
    investment: pd.DataFrame
    """Investment by technology (rows) and year (columns), million CNY, not discounted."""

    def emissions(self, boundary: str) -> pd.Series:
        """Return emissions by year within a boundary, Mt."""
        return self.released.reindex(list(BOUNDARIES[boundary])).fillna(0.0).sum()


def plan_of(system: System, outcome: ModelOutcome) -> Plan:
    """Return the few tables of an answer of the model."""
    return Plan(
        system,
        outcome.objective,
        _by_year(outcome, "annual_emissions", "emission", system),
        _by_year(outcome, "annual_activity", "technology", system),
        _by_year(outcome, "capital_investment", "technology", system),
    )


def _by_year(outcome: ModelOutcome, quantity: str, index: str, system: System) -> pd.DataFrame:
    rows = outcome.result
    told = rows.loc[rows["quantity"] == quantity]
    table = told.pivot_table(index=index, columns="year", values="value", aggfunc="sum")
    return table.reindex(columns=list(system.years)).fillna(0.0)


def scenario_system(project: Project, base: FittedDistrict, scenario: Scenario) -> System:
    """Return the system of a scenario with its measures applied."""
    return with_measures(base.system(scenario_specification(project, scenario, NO_SETTINGS)), scenario)


def with_measures(system: System, scenario: Scenario) -> System:
    """Return the system of a district with the measures of a scenario applied."""
    return apply_changes(system, scenario_changes(scenario, system))


def solve_plan(system: System, name: str, changes: Sequence[Change] = (), *, unique: bool = True) -> Plan:
    """Return the plan of a system after some more changes.

    Parameters
    ----------
    system, name
        System, and what it is called in errors.
    changes
        Changes beyond those that it has.
    unique
        Whether ties of cost are broken as in a run; a little slower.
    """
    changed = apply_changes(system, changes) if changes else system
    return plan_of(changed, solve_system(changed, SolverOptions(tie_break=unique, tie_proof=False), name))


def present_value(path: pd.Series, system: System) -> float:
    """Return the present value, in the first year, of a yearly amount paid in the middle of each year."""
    rate = float(system.parameter("discount_rate")["value"].iloc[0])
    values = path.reindex(list(system.years), fill_value=0.0).to_numpy(dtype=float)
    return float(values @ (1.0 + rate) ** -(np.arange(len(values)) + 0.5))
