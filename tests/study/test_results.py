"""Samples and answers side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from small_studies import DEMAND, PRICED, prepared, rows_of, scarce, small_study

from carbonpath.core.answers.studies import SAMPLE
from carbonpath.core.errors import ScenarioError
from carbonpath.core.tables import check_table
from carbonpath.study.evaluate import Evaluator
from carbonpath.study.ledger import open_ledger
from carbonpath.study.results import Results, failed_share, load_results, sample_table, wide_table

DESIGN = rows_of(demand=[0.9, 1.2, 1.0], priced=["free", "free", "taxed"])
PARTS: dict[str, Any] = {
    "factors": {"demand": DEMAND, "priced": PRICED},
    "design": DESIGN,
    "scenario": ["base", "other"],
}


def solved(folder: Path, count: int = 6) -> list[Results]:
    """Solve the first samples of a study in which the second has no plan."""
    found = prepared(folder, scarce(), **PARTS)
    with open_ledger(folder, write=True) as ledger:
        ledger.write_samples(
            found.samples,
            scenarios=found.study.head.scenario,
            factors=found.study.factor_names,
            columns=found.programme.columns,
            units=found.programme.units,
        )
        evaluator = Evaluator(found.programme)
        ledger.record([answer for sample in found.samples.rows[:count] for answer in evaluator.walk([sample])])
        return load_results(found.study, ledger)


def test_each_scenario_has_the_samples_of_the_design(tmp_path: Path) -> None:
    one, two = solved(tmp_path)

    assert (one.scenario, two.scenario) == ("base", "other")
    assert one.status.tolist() == ["optimal", "infeasible", "optimal"] == two.status.tolist()
    assert one.values.tolist() == [[0.9, 0.0], [1.2, 0.0], [1.0, 1.0]]


def test_a_sample_without_a_plan_is_shown_and_never_filled(tmp_path: Path) -> None:
    one, _ = solved(tmp_path)

    assert np.isnan(one.outcome("cost")).tolist() == [False, True, False]
    assert one.outcome("feasible").tolist() == [1.0, 0.0, 1.0]
    assert one.all_outcomes == ("cost", "peak_year", "feasible")


def test_what_is_not_solved_yet_says_nothing(tmp_path: Path) -> None:
    one, two = solved(tmp_path, count=4)

    assert (failed_share(one), failed_share(two)) == (0.0, pytest.approx(2 / 3))
    assert np.isnan(two.outcome("feasible")).tolist() == [False, True, True]


def test_the_tidy_table_keeps_to_its_schema(tmp_path: Path) -> None:
    table = sample_table(solved(tmp_path))

    assert check_table(table, SAMPLE) == []
    third = table[(table["sample"] == 2) & (table["name"] == "priced")]
    assert third[["value", "label"]].to_numpy().tolist() == [[1.0, "taxed"]]
    assert (table["sample"].max(), table.loc[table["sample"] == 1, "kind"].unique().tolist()) == (5, ["factor"])


def test_the_wide_table_has_one_row_a_sample(tmp_path: Path) -> None:
    table = wide_table(solved(tmp_path))

    assert table["factor:priced"].tolist() == ["free", "free", "taxed"] * 2
    assert pd.isna(table["outcome:cost"]).tolist() == [False, True, False] * 2
    assert table["sample"].tolist() == list(range(6))


def test_a_ledger_of_other_samples_is_refused(tmp_path: Path) -> None:
    solved(tmp_path)
    other = small_study(tmp_path, **{**PARTS, "design": rows_of(demand=[0.9], priced=["free"])})

    with open_ledger(tmp_path, write=False) as ledger, pytest.raises(ScenarioError) as raised:
        load_results(other, ledger)

    assert raised.value.problems[0].code == "CP-488"
