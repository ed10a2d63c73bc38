"""Abatement curves of a run in tables, JSON and files."""

import pytest
from stored_runs import store_solved
from systems import growing_demand

from carbonpath.core.answers.paths import ABATEMENT
from carbonpath.core.errors import InfeasibleError, UsageError
from carbonpath.core.tables import check_table, read_table
from carbonpath.workflow.analysis_files import Page
from carbonpath.workflow.macc import Asked, trace_macc, write_macc
from carbonpath.workflow.project import load_project
from carbonpath.workflow.stored_system import write_system

DISCOUNTED = 100.0 * 1.05**-0.5 + 120.0 * 1.05**-1.5 + 110.0 * 1.05**-2.5


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of a small system: clean costs 5 CNY more for a tonne."""
    project = load_project(toy_project)
    store_solved(project.runs_folder, growing_demand())
    return project


def test_all_curves_of_a_small_run_say_the_same(project):
    macc = trace_macc(project, "small", Asked(20.0, 2021, "scope1"))
    told = dict(list(macc.table.groupby("kind")))
    assert set(told) == {"single", "sequential", "sweep", "total"}
    for kind in ("single", "sequential", "sweep", "total"):
        first = told[kind].iloc[0]
        assert first["abatement"] == pytest.approx(DISCOUNTED)
        assert first["unit_cost"] == pytest.approx(5.0)
        assert first["annual"] == pytest.approx(120.0)
    assert told["sequential"]["technology"].to_list() == ["clean", "operation"]
    assert told["sweep"]["price"].to_list() == pytest.approx([5.0])
    assert check_table(macc.table, ABATEMENT) == []


def test_files_hold_the_table_and_both_charts(project, tmp_path):
    macc = trace_macc(project, "small", Asked(20.0))
    drawn = write_macc(project, macc, tmp_path / "out", Page("en"))
    assert [path.name for path in drawn.paths] == ["abatement.csv", "abatement-bars.png", "price-sweep.png"]
    assert drawn.problems == ()
    assert read_table(tmp_path / "out" / "abatement.csv", ABATEMENT)["cost"].to_list() == pytest.approx(
        macc.table["cost"].to_list()
    )


@pytest.mark.parametrize(
    ("asked", "code"), [(Asked(20.0, 2050), "CP-142"), (Asked(1.0), "CP-143")], ids=["year beyond", "price too low"]
)
def test_what_cannot_be_answered_is_refused(project, asked, code):
    with pytest.raises(UsageError, match=code):
        trace_macc(project, "small", asked)


def test_a_run_without_a_plan_is_told_with_its_repair(project):
    run = project.runs_folder / "20261123T120000_small"
    write_system(growing_demand(max_activity={("clean",): 20.0, ("dirty",): 80.0}), run / "inputs")
    with pytest.raises(InfeasibleError, match="CP-511"):
        trace_macc(project, "small", Asked(20.0))


def test_json_tells_each_curve(project):
    told = trace_macc(project, "@last", Asked(20.0)).as_json()
    assert (told["scenario"], told["boundary"], told["year"]) == ("small", "scope1+import", 2022)
    assert set(told["curves"]) == {"single", "sequential", "sweep", "total"}
