"""The list of projects of one run against another."""

import pytest
from levelled_systems import sunny_furnace
from stored_runs import store_solved
from systems import clean_plant, growing_demand

from carbonpath.core.answers.paths import PROJECT
from carbonpath.core.errors import UsageError
from carbonpath.core.tables import check_table, read_table
from carbonpath.workflow.project import load_project
from carbonpath.workflow.projects import list_projects, write_projects


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run without limit and one with 4 Mt a year, for which 6 Mt/y are built."""
    project = load_project(toy_project)
    store_solved(project.runs_folder, clean_plant(), "free")
    store_solved(project.runs_folder, clean_plant(annual_emission_limit={("co2",): 4.0}), "limited")
    return project


def test_a_plant_is_told_with_what_it_costs_and_saves(project):
    table = list_projects(project, "limited", "free", 2021).table
    plant = table.iloc[0].to_dict()
    assert (plant["technology"], plant["first_year"], plant["last_year"]) == ("clean", 2020, 2020)
    assert (plant["capacity"], plant["capacity_unit"]) == (pytest.approx(6.0), "Mt/y")
    assert (plant["investment"], plant["extra"]) == (pytest.approx(120.0), pytest.approx(120.0))
    assert (plant["abatement"], plant["annual"]) == (pytest.approx(12.0), pytest.approx(6.0))
    assert plant["unit_cost"] == pytest.approx(7.0)
    assert table["technology"].to_list()[1:] == ["conditions", "operation", "total"]
    assert table["abatement"].iloc[:-1].sum() == pytest.approx(table["abatement"].iloc[-1])
    assert check_table(table, PROJECT) == []


def test_what_the_reference_builds_too_saves_nothing_of_its_own(project):
    table = list_projects(project, "limited", "limited", None).table
    assert table.iloc[0][["investment", "extra", "abatement"]].to_list() == pytest.approx([120.0, 0.0, 0.0])


def test_json_and_file(project, tmp_path):
    found = list_projects(project, "limited", "free", None)
    told = found.as_json()
    assert [one["technology"] for one in told["projects"]] == ["clean"]
    assert told["others"]["total"]["cost"] == pytest.approx(84.0)
    assert len(read_table(write_projects(found, tmp_path), PROJECT)) == 4


@pytest.mark.parametrize(
    ("against", "year", "code"), [("other", None, "CP-144"), ("free", 2050, "CP-142")], ids=["years", "year"]
)
def test_what_cannot_be_compared_is_refused(project, against, year, code):
    store_solved(project.runs_folder, growing_demand(), "other")
    with pytest.raises(UsageError, match=code):
        list_projects(project, "limited", against, year)


def test_a_run_with_day_parts_is_refused(project):
    store_solved(project.runs_folder, sunny_furnace(), "sliced")
    with pytest.raises(UsageError, match="CP-921"):
        list_projects(project, "sliced", "sliced", None)
