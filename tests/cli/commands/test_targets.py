"""`carbonpath targets`."""

import pytest
from stored_runs import store_run


@pytest.fixture
def project(toy_project):
    """Return the shipped project with two runs."""
    for minute, scenario in enumerate(("reference", "combined")):
        store_run(toy_project / "runs", scenario, minute)
    return toy_project


def test_goal_value_gap_and_verdict_of_every_run(carbonpath, project):
    out = carbonpath("targets", "reference", "combined", "-C", project).out
    assert out.count("Peak year") == 2
    assert "≥ 80 %" in out
    assert "met" in out


def test_chinese(carbonpath, project):
    out = carbonpath("targets", "combined", "-C", project, "--lang", "zh").out
    assert "煤炭消费总量" in out
    assert "完成" in out


def test_json(carbonpath, project):
    (told,) = carbonpath("targets", "combined", "-C", project, "--json").json
    assert told["scenario"] == "combined"
    assert {"goal", "year", "wanted", "reached", "gap", "met", "unit"} <= set(told["targets"][0])
