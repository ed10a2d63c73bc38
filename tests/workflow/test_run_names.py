"""Names of runs that stand together."""

import json

import pytest
from stored_runs import store_run

from carbonpath.workflow.drawing import run_indicators
from carbonpath.workflow.run_names import asked, distinct, run_keys, run_titles, shown_title
from carbonpath.workflow.runs import list_runs


def store(folder, minute, **options):
    name = store_run(folder, "coal-cap", minute)
    path = folder / name / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "options": options}))
    return list_runs(folder)[-1]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param({"set": [], "mode": "optimise", "objectives": []}, (), id="nothing"),
        pytest.param({"set": ["demand=low"]}, ("demand=low",), id="variant"),
        pytest.param({"mode": "myopic", "objectives": ["peak"]}, ("mode=myopic", "objective=peak"), id="mode"),
    ],
)
def test_what_was_asked_beside_the_scenario(tmp_path, options, told):
    assert asked(store(tmp_path, 0, **options)) == told


def test_title_tells_what_was_set_or_where_it_stands(tmp_path):
    short = store(tmp_path, 0, set=["demand=low"])
    long = store(tmp_path, 1, set=["max_group_activity[group=coal_use,year=2030]=9"])

    assert shown_title(short, "en") == "Scenario coal-cap (demand=low)"
    assert shown_title(long, "en") == f"Scenario coal-cap ({long.manifest.run.rpartition('_')[2]})"


def test_two_runs_of_one_scenario_never_share_a_name(tmp_path):
    runs = [store(tmp_path, 0), store(tmp_path, 1)]

    table = run_indicators([*runs, runs[0]])

    assert run_keys(distinct([*runs, runs[0]])) == tuple(run.manifest.run for run in runs)
    assert sorted(table["scenario"].unique()) == [run.manifest.run for run in runs]
    assert table["scenario"].value_counts().nunique() == 1
    assert len(set(run_titles(runs, "zh").values())) == 2


def test_runs_of_several_scenarios_keep_their_names(tmp_path):
    store_run(tmp_path, "reference", 0)
    store_run(tmp_path, "coal-cap", 1)

    assert run_keys(list_runs(tmp_path)) == ("reference", "coal-cap")
