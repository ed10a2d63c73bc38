"""The table SENSITIVITY: every analysis that a design allows, and what could not be said."""

import pytest
from analytic_studies import factors, solved, study

from carbonpath.core.answers.studies import SENSITIVITY
from carbonpath.core.tables import as_table
from carbonpath.study.analyse import analyse_study
from carbonpath.study.designs.fast import Fast
from carbonpath.study.designs.grid import Grid
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.morris import Morris
from carbonpath.study.designs.one_at_a_time import OneAtATime
from carbonpath.study.designs.sobol import Sobol
from carbonpath.study.designs.table import Table

GIVEN = {"feasibility", "distribution", "regional", "regression", "robustness"}
ALLOWED = [
    pytest.param(OneAtATime(), {"feasibility", "tornado", "spider"}, id="one at a time"),
    pytest.param(Grid(levels={"x1": 3, "x2": 3}), {"feasibility", "pairs"}, id="grid"),
    pytest.param(Morris(trajectories=4), {"feasibility", "morris"}, id="morris"),
    pytest.param(Sobol(samples=32), {"sobol", *GIVEN}, id="sobol"),
    pytest.param(Fast(samples=65), {"feasibility", "fast"}, id="fast"),
    pytest.param(LatinHypercube(samples=100), GIVEN, id="latin hypercube"),
    pytest.param(Table(rows=({"x1": 0.0}, {"x1": 1.0})), {"feasibility", "robustness"}, id="table of two"),
]


@pytest.mark.parametrize(("design", "allowed"), ALLOWED)
def test_design_decides_which_analyses_there_are(design, allowed):
    table, problems = analyse_study([solved(study(design, factors(2)), lambda x: x[:, 0] + 0.1 * x[:, 1])])

    assert set(table["analysis"]) == allowed
    assert problems == []
    assert as_table(table.to_dict("records"), SENSITIVITY).equals(table)


@pytest.mark.parametrize(
    "design", [Morris(trajectories=4), Sobol(samples=32), Fast(samples=65)], ids=lambda d: d.method
)
def test_design_that_needs_every_sample_says_what_is_missing(design):
    results = solved(study(design, factors(2)), lambda x: x[:, 0], without_plan=lambda x: x[:, 1] > 0.8)

    table, problems = analyse_study([results])

    assert [problem.code for problem in problems] == ["CP-489"]
    assert "feasible" in set(table["outcome"])
    assert not set(table.loc[table["outcome"] == "cost", "analysis"]) & {"morris", "sobol", "fast"}


def test_value_without_an_interval_is_its_own_interval_and_has_its_unit():
    table, _ = analyse_study([solved(study(OneAtATime(), factors(1)), lambda x: x[:, 0])])

    ends = table.loc[table["measure"] == "low_end"]
    assert (ends["low"] == ends["value"]).all()
    assert set(ends["unit"]) == {"million CNY"}


def test_scenarios_on_the_same_samples_are_compared():
    asked = study(LatinHypercube(samples=60), factors(2), scenarios=("one", "two"))
    parts = [solved(asked, lambda x, k=k: x[:, 0] + k, scenario=name) for k, name in enumerate(asked.head.scenario)]

    table, _ = analyse_study(parts)

    told = table.loc[(table["analysis"] == "regret") & (table["measure"] == "regret_max")]
    assert told[["scenario", "value"]].to_numpy().tolist() == [["one", 0.0], ["two", 1.0]]


def test_same_results_give_the_same_table():
    results = solved(study(LatinHypercube(samples=80), factors(3)), lambda x: x[:, 0] * x[:, 1])

    assert analyse_study([results])[0].equals(analyse_study([results])[0])
