"""Why emissions change: of the surveyed years, of a run, or from one run to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from carbonpath.core.errors import DataError, UsageError
from carbonpath.core.problems import Problem
from carbonpath.indicators.decomposition import decompose_difference, decompose_period, decompose_years
from carbonpath.indicators.identity import By, Identity, read_identity
from carbonpath.indicators.tapio import Decoupling, decoupling
from carbonpath.workflow.drawing import run_indicators
from carbonpath.workflow.history import BOUNDARY, HISTORY, surveyed_indicators
from carbonpath.workflow.inventory import build_project_inventory
from carbonpath.workflow.journal import Journal, Listener, silent
from carbonpath.workflow.project import Project
from carbonpath.workflow.runs import find_run

MOST = 2
"""Runs that can be told apart at once."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be decomposed."""

    by: By = "kaya"
    """Identity: ``kaya`` or ``sector``."""
    boundary: str = BOUNDARY
    """Boundary of the emissions."""
    first: int | None = None
    """First year; None: the first there is."""
    last: int | None = None
    """Last year, or the year of a difference; None: the last there is."""
    chained: bool = False
    """Whether years are taken one by one and added up."""


@dataclass(frozen=True, slots=True)
class Decomposed:
    """A change of emissions and what each factor adds to it."""

    subjects: tuple[str, ...]
    """Scenario, or the two that are compared, or the surveyed years."""
    years: tuple[int, int]
    """First and last year; twice the same for a difference."""
    boundary: str
    """Boundary of the emissions."""
    emissions: tuple[float, float]
    """Emissions at both ends, Mt."""
    effects: pd.DataFrame
    """Table of `carbonpath.indicators.decomposition`."""
    decoupling: Decoupling | None
    """Decoupling from product over the period; None for a difference, or where the product is not known."""

    def as_json(self) -> dict[str, Any]:
        """Return it as ``decompose --json`` tells it."""
        told = self.decoupling
        return {
            "subjects": list(self.subjects),
            "boundary": self.boundary,
            "years": list(self.years),
            "emissions_mtco2": list(self.emissions),
            "effects": [
                {"sector": row["sector"], "factor": row["factor"], "mtco2": row["contribution"], "index": row["index"]}
                for row in self.effects.to_dict("records")
            ],
            "decoupling": None if told is None else {"elasticity": told.elasticity, "state": told.state},
        }


def decompose(
    project: Project, references: Sequence[str], question: Question, listener: Listener = silent
) -> Decomposed:
    """Return what drives emissions over years of one run, or from the first run named to the second.

    ``history`` stands for the surveyed years.

    Raises
    ------
    UsageError
        CP-120 or CP-121 if a run is not found, CP-729 if more than two are named.
    DataError
        CP-727 for a year that is not known, CP-728 for a run without the indicators needed.
    """
    if len(references) > MOST:
        raise UsageError(Problem("CP-729", value=", ".join(references)))
    tables = [_indicators(project, reference, listener) for reference in references]
    names = tuple(str(table["scenario"].iloc[0]) for table in tables)
    one, *others = (read_identity(table, question.by, question.boundary) for table in tables)
    last = one.years[-1] if question.last is None else question.last
    if others:
        effects = decompose_difference(one, others[0], last)
        ends = (one.total(last), others[0].total(last))
        return Decomposed(names, (last, last), question.boundary, ends, effects, None)
    first = one.years[0] if question.first is None else question.first
    effects = (decompose_years if question.chained else decompose_period)(one, first, last)
    ends = (one.total(first), one.total(last))
    state = _decoupling(tables[0], ends, (first, last))
    return Decomposed(names, (first, last), question.boundary, ends, effects, state)


def _indicators(project: Project, reference: str, listener: Listener) -> pd.DataFrame:
    if reference == HISTORY:
        return surveyed_indicators(project, build_project_inventory(project, Journal(HISTORY, listener)))
    return run_indicators([find_run(project.runs_folder, reference)])


def _decoupling(indicators: pd.DataFrame, emissions: tuple[float, float], years: tuple[int, int]) -> Decoupling | None:
    """Return the decoupling between two years; None if the product of one is not known."""
    try:
        product: Identity = read_identity(indicators, "kaya", BOUNDARY)
        first, last = (float(product.at(year)[0, :2].prod()) for year in years)
    except DataError:
        return None
    return decoupling(emissions, (first, last))
