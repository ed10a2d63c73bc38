"""`carbonpath projects`."""

import pytest
from stored_runs import store_solved
from systems import plant_to_build


@pytest.fixture
def project(toy_project):
    """Return the shipped project with two runs of a plant to build, in one of which it costs more to build."""
    store_solved(toy_project / "runs", plant_to_build(), "plant")
    store_solved(toy_project / "runs", plant_to_build(capital_cost={("plant",): 3000.0}), "dear")
    return toy_project


def test_projects_are_a_table(carbonpath, project, tmp_path):
    out = carbonpath("projects", "plant", "-C", project, "--against", "dear", "-o", tmp_path).out
    assert "responsible unit" in out
    assert "plant" in out
    assert "projects.csv" in out


def test_json_tells_each_project(carbonpath, project):
    told = carbonpath("projects", "plant", "-C", project, "--against", "dear", "--json").json
    (plant,) = told["projects"]
    assert (plant["technology"], plant["first_year"], plant["investment"]) == ("plant", 2020, pytest.approx(100.0))
    assert set(told["others"]) == {"conditions", "operation", "total"}


def test_in_chinese(carbonpath, project):
    assert "责任单位" in carbonpath("projects", "plant", "-C", project, "--against", "dear", "--lang", "zh").out
