"""Samples and answers of a study side by side, as analyses want them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from carbonpath.core.answers.studies import SAMPLE
from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.core.tables import as_table
from carbonpath.study.distribution import Floats
from carbonpath.study.ledger import Ledger
from carbonpath.study.outcome import FEASIBLE
from carbonpath.study.sample import draw
from carbonpath.study.study import Study

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Results:
    """The samples of one scenario, in the order of the design."""

    study: Study
    """The study."""
    scenario: str
    """Name of the scenario."""
    shares: Floats
    """Factors as shares of their distributions, samples by factors."""
    values: Floats
    """Factors, samples by factors."""
    status: npt.NDArray[np.str_]
    """End of each sample; blank where it has none yet."""
    outcomes: Mapping[str, Floats]
    """Outcomes by name, each with one number a sample: not a number where there is no plan."""
    units: Mapping[str, str]
    """Unit of each outcome."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the factors."""
        return self.study.factor_names

    @property
    def optimal(self) -> Mask:
        """Samples with a plan."""
        return np.asarray(self.status == "optimal", dtype=bool)

    @property
    def told(self) -> Mask:
        """Samples that say something about the district: with a plan, or proven to have none."""
        return np.asarray(self.optimal | (self.status == "infeasible"), dtype=bool)

    def outcome(self, name: str) -> Floats:
        """Return an outcome; ``feasible`` is 1 with a plan, 0 without, not a number where the sample failed."""
        if name == FEASIBLE:
            return np.where(self.told, self.optimal.astype(np.float64), np.nan)
        return self.outcomes[name]

    @property
    def single_outcomes(self) -> tuple[str, ...]:
        """Names of the outcomes that are one number, not one a year."""
        return tuple(name for name in self.outcomes if name in self.study.outcomes)

    @property
    def all_outcomes(self) -> tuple[str, ...]:
        """Names of the outcomes, feasibility last."""
        return (*self.single_outcomes, FEASIBLE)


def load_results(study: Study, ledger: Ledger) -> list[Results]:
    """Return the results of each scenario of a study, in order.

    Raises
    ------
    ScenarioError
        CP-488 if the ledger holds other samples than the study file asks for.
    """
    drawn = draw(study)
    rows = ledger.rows()
    scenarios, factors = ledger.meta("scenarios"), ledger.meta("factors")
    count = drawn.values.shape[0]
    expected = [tuple(row) for row in drawn.values.tolist()] * len(study.head.scenario)
    same = [values for _, _, _, values in rows] == expected
    if not same or scenarios != list(study.head.scenario) or factors != list(study.factor_names):
        raise ScenarioError(Problem("CP-488", str(study.path)))
    answers = ledger.answers()
    columns = ledger.meta("columns")
    units = dict(zip(columns, ledger.meta("units"), strict=True))
    found: list[Results] = []
    for position, name in enumerate(scenarios):
        ids = [key for _, key, _, _ in rows[position * count : (position + 1) * count]]
        status = np.array([answers[key].status if key in answers else "" for key in ids], dtype=np.str_)
        table = np.full((count, len(columns)), np.nan)
        for row, key in enumerate(ids):
            if key in answers and answers[key].outcomes:
                table[row] = answers[key].outcomes
        outcomes = {column: table[:, place] for place, column in enumerate(columns)}
        found.append(Results(study, name, drawn.shares, drawn.values, status, outcomes, units))
    return found


def sample_table(results: Sequence[Results]) -> pd.DataFrame:
    """Return the table SAMPLE of a study: the same bytes however it was solved."""
    rows: list[dict[str, object]] = []
    first = 0
    for part in results:
        for number in range(part.values.shape[0]):
            head = {"sample": first + number, "scenario": part.scenario, "status": str(part.status[number])}
            for column, factor in enumerate(part.study.factors):
                value = float(part.values[number, column])
                label = factor.told(value) if factor.options else ""
                rows.append({**head, "kind": "factor", "name": factor.name, "value": value, "label": label})
            for name, outcome in part.outcomes.items():
                if np.isfinite(outcome[number]):
                    rows.append({**head, "kind": "outcome", "name": name, "value": float(outcome[number]), "label": ""})
        first += part.values.shape[0]
    return as_table(rows, SAMPLE)


def wide_table(results: Sequence[Results]) -> pd.DataFrame:
    """Return one row a sample, with factors and outcomes as columns, for a spreadsheet; blank without a plan."""
    parts = []
    for part in results:
        told = {
            f"factor:{factor.name}": [factor.told(v) if factor.options else v for v in part.values[:, column].tolist()]
            for column, factor in enumerate(part.study.factors)
        }
        numbers = {f"outcome:{name}": outcome for name, outcome in part.outcomes.items()}
        head = {"scenario": part.scenario, "status": part.status}
        parts.append(pd.DataFrame({**head, **told, **numbers}, index=range(part.values.shape[0])))
    table = pd.concat(parts, ignore_index=True)
    table.insert(0, "sample", range(len(table)))
    return table


def failed_share(results: Results) -> float:
    """Return the share of samples that failed or have not been solved."""
    return float(1.0 - results.told.mean()) if results.told.size else 0.0
