"""The whole chain with the real workbooks and the real solver: what a run leaves (its numbers: tests/golden)."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from carbonpath.core.errors import IncompleteError, InfeasibleError, ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import RESULT
from carbonpath.core.tables import read_csv, read_table
from carbonpath.workflow.batch import Batch, Finished, run_batch
from carbonpath.workflow.drawing import draw_after_run
from carbonpath.workflow.plan import RunOptions, plan_runs
from carbonpath.workflow.project import Project, load_project
from carbonpath.workflow.runs import Run

pytestmark = pytest.mark.slow


def run(project: Project, *names: str, **chosen: object) -> Batch:
    options = RunOptions(**chosen)
    return run_batch(project, plan_runs(project, names, options), options)


def files(folder: Path, *patterns: str) -> dict[str, bytes]:
    found = sorted(path for pattern in patterns for path in folder.rglob(pattern) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def project(tmp_path_factory, shipped_project) -> Project:
    """Return a copy of the shipped project for the runs of this module, with a scenario that pulls no lever."""
    folder = tmp_path_factory.mktemp("chain") / "project"
    shutil.copytree(shipped_project, folder, ignore=shutil.ignore_patterns("runs"))
    (folder / "scenarios" / "same.yaml").write_text("title: 同\nextends: reference\n", encoding="utf-8")
    return load_project(folder)


@pytest.fixture(scope="module")
def reference(project) -> Run:
    return run(project, "reference").runs()[0]


def test_two_runs_are_the_same_bytes(project, reference):
    again = run(project, "reference", force=True).runs()[0]
    for each in (reference, again):
        draw_after_run(project, [each], "zh")
    assert again.folder != reference.folder
    first, second = (files(each.folder, "*.csv", "*.png", "*.svg", "summary.json") for each in (reference, again))
    assert len(first) > 20
    assert first == second


def test_identical_run_is_reused(project, reference):
    done = run(project, "reference", language="en").finished[0]
    assert done.reused
    assert done.run.manifest.fingerprint == reference.manifest.fingerprint


def test_run_leaves_what_it_was_made_of(reference):
    written = set(files(reference.folder, "*"))
    assert {"manifest.json", "results.csv", "indicators.csv", "duals.csv", "summary.json", "log.jsonl"} <= written
    assert {"inputs/activity.csv", "inputs/changes.csv", "inputs/parameters/demand.csv"} <= written
    told = (".csv", "summary.json", "system.json")
    assert set(reference.manifest.outputs) == {name for name in written if name.endswith(told)}
    assert {"carbonpath.yaml", "scenarios/reference.yaml", "inventories/qingshan/surveys/F01-2020.xlsx"} <= set(
        reference.manifest.inputs
    )


def test_base_year_is_the_inventory(reference):
    assert reference.manifest.closure < 1e-3


def test_scenario_without_a_lever_is_the_one_it_extends_and_processes_change_nothing(project, reference):
    runs = run(project, "reference", "same", force=True, jobs=2).runs()
    first, second = (read_table(each.folder / "results.csv", RESULT).drop(columns="scenario") for each in runs)
    pd.testing.assert_frame_equal(first, second, check_exact=True)
    assert files(runs[0].folder, "*.csv") == files(reference.folder, "*.csv")


def test_failure_of_one_scenario_leaves_the_others(project):
    batch = run(project, "coal-cap-strict", "reference")
    assert [each.manifest.scenario for each in batch.runs()] == ["reference"]
    with pytest.raises(InfeasibleError):
        batch.require_complete()


def test_failures_of_two_kinds_are_incomplete():
    kinds = (ScenarioError, InfeasibleError)
    batch = Batch(tuple(Finished(problems=(Problem("CP-401"),), error=kind) for kind in kinds), ())
    with pytest.raises(IncompleteError) as caught:
        batch.require_complete()
    assert len(caught.value.problems) == 2


def test_change_of_the_command_line_moves_the_result_and_is_written_down(project, reference):
    dearer = run(project, "reference", assignments=("variable_cost[technology=BUY.electricity]*=2",)).runs()[0]
    changes = read_csv(dearer.folder / "inputs" / "changes.csv")
    assert changes.iloc[-1]["reason"] == "--set variable_cost[technology=BUY.electricity]*=2"
    assert dearer.manifest.solver.objective > reference.manifest.solver.objective


def test_variant_is_another_path(project, reference):
    low = run(project, "reference", assignments=("demand=low",)).runs()[0]
    assert low.manifest.solver.objective < reference.manifest.solver.objective
    assert low.manifest.options["system"]["demand_variant"] == "low"
