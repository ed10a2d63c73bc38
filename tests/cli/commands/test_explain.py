"""`carbonpath explain`."""

import pytest
from stored_runs import store_solved
from systems import growing_demand

from carbonpath.workflow.stored_system import write_system

LIMITS = {("scope1", 2021): 90.0, ("scope1", 2022): 80.0}


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of a small system under a limit."""
    store_solved(toy_project / "runs", growing_demand(annual_boundary_limit=LIMITS))
    return toy_project


@pytest.fixture
def impossible(project):
    """Let the run hold a system that has no plan."""
    system = growing_demand(annual_boundary_limit=LIMITS, max_activity={("clean",): 20.0})
    write_system(system, project / "runs" / "20261123T120000_small" / "inputs")
    return project


def test_a_plan_is_told_with_limits_prices_and_carbon(carbonpath, project):
    out = carbonpath("explain", "small", "-C", project).out
    assert "annual limit of a boundary" in out
    assert "5.00 CNY/t" in out
    assert "one price" in out
    assert "only one of its cost" in out


def test_no_plan_is_told_with_conflict_repair_and_what_to_type(carbonpath, impossible):
    answer = carbonpath("explain", "small", "-C", impossible)
    assert answer.code == 0
    assert "no plan satisfies every limit" in answer.out
    assert "Cheapest repair" in answer.out
    assert "--set 'annual_boundary_limit[boundary=scope1,year=2022]=" in answer.out
    assert "Limits conflict from 2021 on, in 2 years" in answer.out
    assert "small.csv" in answer.out


def test_remarks_beside_the_limits_with_v(carbonpath, impossible):
    assert "small.csv:max_activity" in carbonpath("explain", "small", "-C", impossible, "-v").out


def test_commodity_prices_stand_by_milestone(carbonpath, project):
    out = carbonpath("explain", "small", "-C", project).out
    assert "What one more unit of a commodity costs" in out
    row = next(line.split() for line in out.splitlines() if line.split()[:2] == ["good", "CNY/t"])
    assert row[2:] == ["8.00"]


def test_another_boundary(carbonpath, project):
    whole = carbonpath("explain", "small", "-C", project, "--json", "--boundary", "scope1+import").json
    assert carbonpath("explain", "small", "-C", project, "--json", "--boundary", "scope1").json == whole


@pytest.mark.parametrize(("language", "words"), [("zh", "最省的修正"), ("en", "Another way out")])
def test_in_both_languages(language, words, carbonpath, impossible):
    assert words in carbonpath("explain", "small", "-C", impossible, "--lang", language).out


def test_json(carbonpath, impossible):
    told = carbonpath("explain", "small", "-C", impossible, "--json").json
    assert told["feasible"] is False
    assert sorted(told["conflict_by_year"]) == ["2021", "2022"]


def test_unknown_run(carbonpath, project):
    answer = carbonpath("explain", "nothing", "-C", project)
    assert answer.code == 2
    assert "CP-120" in answer.err
