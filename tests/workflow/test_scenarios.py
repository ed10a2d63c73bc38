"""Scenarios of a project as officials read them."""

import pytest

from carbonpath.core.errors import ScenarioError
from carbonpath.workflow.project import load_project
from carbonpath.workflow.scenarios import compare_scenarios, list_scenarios, show_scenario


def test_shipped_scenarios_are_listed_and_run_all_is_among_them(shipped_project):
    project = load_project(shipped_project)
    names = [scenario.name for scenario in list_scenarios(project)]
    assert names == sorted(names)
    assert set(project.file.run_all) < set(names)
    assert "coal-cap-strict" in names


def test_change_has_a_reason_and_a_source(shipped_project):
    table = show_scenario(load_project(shipped_project), "coal-cap", "en").table
    cap = table[table["lever"] == "coal_cap"]
    assert cap["2035"].tolist() == pytest.approx([7.95])
    assert all(table["reason"])
    assert all(table["basis"])


def test_difference_is_the_coal_cap_alone(shipped_project):
    table = compare_scenarios(load_project(shipped_project), ("reference", "coal-cap"), "en")
    assert set(table["item"]) == {"coal_use"}
    assert table["value_a"].isna().all()


def test_scenario_does_not_differ_from_itself(shipped_project):
    assert compare_scenarios(load_project(shipped_project), ("reference", "reference"), "zh").empty


def test_unknown_scenario(shipped_project):
    with pytest.raises(ScenarioError):
        show_scenario(load_project(shipped_project), "coal-cpa", "zh")
