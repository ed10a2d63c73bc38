"""Runs side by side."""

from stored_runs import store_run

from carbonpath.workflow.comparison import compare_runs
from carbonpath.workflow.runs import list_runs


def test_first_run_does_not_differ_from_itself_and_the_others_by_what_they_say(tmp_path):
    for minute, scenario in enumerate(("reference", "coal-cap")):
        store_run(tmp_path, scenario, minute)
    first, second = compare_runs(list_runs(tmp_path))
    assert set(first["difference"]["emissions_mtco2"].values()) == {0.0}
    assert second["difference"]["total_cost"] == second["total_cost"] - first["total_cost"]
    assert second["difference"]["coal_mtce"]["2035"] == second["coal_mtce"]["2035"] - first["coal_mtce"]["2035"] < 0
