"""Every analysis that a study allows, as one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from carbonpath.core.answers.studies import SENSITIVITY
from carbonpath.core.problems import Problem
from carbonpath.core.tables import as_table
from carbonpath.study.analyses import ANALYSES, COMPARISONS, OF_SAMPLES
from carbonpath.study.analyses.row import Row, independent, refusals
from carbonpath.study.designs.fast import Fast
from carbonpath.study.designs.morris import Morris
from carbonpath.study.designs.sobol import Sobol
from carbonpath.study.results import Results


def analyse_study(results: Sequence[Results]) -> tuple[pd.DataFrame, list[Problem]]:
    """Return the table SENSITIVITY of a study, and what could not be said.

    Parameters
    ----------
    results
        Results of each scenario, on the same samples.
    """
    rows: list[dict[str, object]] = []
    problems: list[Problem] = []
    for part in results:
        for module in ANALYSES:
            if module.applies(part):
                taken = independent(part) if module in OF_SAMPLES else part
                rows += [_told(module.NAME, part, row) for row in module.analyse(taken)]
        problems += _refused(part)
    for module in COMPARISONS:
        if module.applies(results):
            for scenario, row in module.compare([independent(part) for part in results]):
                rows.append({**_told(module.NAME, results[0], row), "scenario": scenario})
    return as_table(rows, SENSITIVITY), problems


def _refused(results: Results) -> Iterator[Problem]:
    if isinstance(results.study.design, (Morris, Sobol, Fast)):
        yield from refusals(results)


def _told(analysis: str, results: Results, row: Row) -> dict[str, object]:
    ends = {"low": row.value if row.low is None else row.low, "high": row.value if row.high is None else row.high}
    paths = {name.rpartition("_")[0]: unit for name, unit in results.units.items()}
    unit = results.units.get(row.outcome, paths.get(row.outcome, ""))
    return {"analysis": analysis, "scenario": results.scenario, **row._asdict(), **ends, "unit": unit}
