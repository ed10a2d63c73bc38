"""`peak` in words that programs may rely on."""

import pytest
from stored_runs import store_solved
from systems import growing_demand

from carbonpath.workflow.peak import find_peak_window
from carbonpath.workflow.project import load_project


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of a small system."""
    project = load_project(toy_project)
    store_solved(project.runs_folder, growing_demand())
    return project


def test_every_key_that_is_promised_is_there(project):
    told = find_peak_window(project, "small", (0.0, 0.06, 0.5), 0.01).as_json()
    assert (told["scenario"], told["boundary"]) == ("small", "scope1+import")
    assert (told["peak_year"], told["plateau"], told["peak_return"]) == (2021, [2021, 2021], None)
    assert told["peak_mtco2"] == pytest.approx(120.0)
    assert told["least_cost"] == pytest.approx(told["cost_by_peak_year"]["2021"])
    assert told["window"] == [
        {"slack_pct": 0.0, "earliest": 2021, "latest": 2021, "no_rise_after": 2021},
        {"slack_pct": 6.0, "earliest": 2021, "latest": 2022, "no_rise_after": 2021},
        {"slack_pct": 50.0, "earliest": 2020, "latest": 2022, "no_rise_after": 2020},
    ]
    assert told["level_by_peak_year"]["2020"] == pytest.approx(100.0)
    assert [window["boundary"] for window in told["other_boundaries"]] == ["scope1"]


def test_who_peaks_when_is_told_by_sector_and_firm(project):
    order = find_peak_window(project, "@last", (0.02,), 0.01).as_json()["order"]
    assert [(one["sector"], one["peak_year"]) for one in order["sector"]] == [("steel", 2021)]
    assert [(one["firm"], one["peak_year"]) for one in order["firm"]] == [("F01", 2021)]


def test_a_wider_plateau_holds_more_years(project):
    assert find_peak_window(project, "small", (0.02,), 0.1).as_json()["plateau"] == [2021, 2022]
