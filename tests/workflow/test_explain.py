"""`explain` in words that programs may rely on."""

import pytest
from shipped import shipped_system
from stored_runs import store_solved
from systems import REGION, growing_demand

from carbonpath.core.errors import UsageError
from carbonpath.model.run import solve_system
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.workflow.explain import assignment, explain_reference
from carbonpath.workflow.explained import told_json
from carbonpath.workflow.project import load_project
from carbonpath.workflow.settings import read_settings
from carbonpath.workflow.stored_system import write_system

LIMITS = {("scope1", 2021): 90.0, ("scope1", 2022): 80.0}


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of a small system under a limit."""
    project = load_project(toy_project)
    store_solved(project.runs_folder, growing_demand(annual_boundary_limit=LIMITS))
    return project


def test_a_plan_is_told_with_its_limits_and_prices(project):
    told = told_json(explain_reference(project, "small", "en"), "en")
    assert (told["feasible"], told["unique_plan"]) == (True, True)
    (binding,) = told["binding"]
    assert binding["price_by_year"] == pytest.approx({"2021": 5.0, "2022": 5.0})
    assert [(price["year"], price["unique"], price["confirmed"]) for price in told["prices"]] == [
        (2021, True, True),
        (2022, True, True),
    ]
    assert told["carbon_price"]["2022"] == {"paid": 0.0, "next_tonne": pytest.approx(5.0, rel=1e-3)}
    assert told["commodity_prices"]["good"]["2020"] == pytest.approx(3.0)


def test_a_run_without_a_plan_is_told_with_its_repair(project):
    run = project.runs_folder / "20261123T120000_small"
    write_system(growing_demand(annual_boundary_limit=LIMITS, max_activity={("clean",): 20.0}), run / "inputs")
    told = told_json(explain_reference(project, "small", "zh"), "zh")
    assert told["feasible"] is False
    assert {limit["parameter"] for limit in told["conflict_by_year"]["2022"]} == {
        "demand",
        "max_activity",
        "annual_boundary_limit",
    }
    assert told["cheapest_repair"][0]["set"].startswith("annual_boundary_limit[boundary=scope1,year=")
    assert told["repaired_cost"] > 0.0
    assert {way["parameter"] for way in told["other_ways"]} == {"demand", "max_activity"}


def test_a_system_that_is_plainly_impossible_is_told_in_the_words_of_the_check(project):
    run = project.runs_folder / "20261123T120000_small"
    only_first = {("dirty", "good", "1", 2020): 1.0}
    write_system(growing_demand(output_activity_ratio=only_first), run / "inputs")
    told = told_json(explain_reference(project, "small", "en"), "en")
    assert told["feasible"] is False
    assert [problem["code"] for problem in told["shortfalls"]] == ["CP-510"]
    assert "cheapest_repair" not in told


def test_what_is_neither_run_nor_scenario_is_told(project):
    with pytest.raises(UsageError, match="CP-120"):
        explain_reference(project, "nothing", "en")


def test_an_assignment_is_read_as_the_change_it_stands_for():
    change = Change(
        "max_emission_ratio",
        {"region": REGION, "boundary": "scope1", "year": 2022, "reference_year": 2020},
        "set",
        0.75,
    )
    (read,) = read_settings([assignment(change)]).changes
    assert (read.parameter, read.operation, read.value) == (change.parameter, "set", 0.75)
    assert read.where == {"boundary": "scope1", "year": 2022, "reference_year": 2020}


@pytest.mark.slow
def test_a_shipped_scenario_without_a_run_is_explained_and_its_repair_can_be_set(toy_project):
    told = told_json(explain_reference(load_project(toy_project), "coal-cap-strict", "zh"), "zh")
    assert (told["run"], told["feasible"]) == (None, False)
    assert told["conflict_years"] == [2031, 2032, 2033, 2034, 2035]
    limits = [limit for limits in told["conflict_by_year"].values() for limit in limits]
    assert all(limit["file"] and limit["line"] and limit["unit"] for limit in limits)
    assert {repair["subject"] for repair in told["cheapest_repair"]} == {"煤炭消费"}
    assignments = [repair["set"] for repair in told["cheapest_repair"]]
    repaired = apply_changes(shipped_system("coal-cap-strict"), read_settings(assignments).changes)
    assert solve_system(repaired).objective == pytest.approx(told["repaired_cost"])
