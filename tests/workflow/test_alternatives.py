"""`alternatives` in words that programs may rely on."""

import pytest
from stored_runs import store_solved
from systems import clean_and_dirty, coal_cap, make_system

from carbonpath.core.answers.paths import ALTERNATIVE, EXTENT
from carbonpath.core.errors import UsageError
from carbonpath.core.tables import read_table
from carbonpath.study.alternatives import Target
from carbonpath.workflow.alternatives import find_openness, read_target
from carbonpath.workflow.project import load_project

BOTH = {("scope1", "co2"): 1.0, ("scope1+import", "co2"): 1.0}


def two_plants():
    """Return two plants to build for 1 Mt a year, at 100 and at 101 million CNY per Mt/y; the cheap one emits 1 t/t."""
    return make_system(
        {"cheap": "Mt/y", "dear": "Mt/y"},
        {"good": "equal"},
        {
            "output_activity_ratio": {("cheap", "good", "1"): 1.0, ("dear", "good", "1"): 1.0},
            "emission_activity_ratio": {("cheap", "co2", "1"): 1.0},
            "capital_cost": {("cheap",): 100.0, ("dear",): 101.0},
            "operational_life": {("cheap",): 1.0, ("dear",): 1.0},
            "demand": {("good",): 1.0},
            "boundary_weight": BOTH,
        },
    )


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of a small system."""
    project = load_project(toy_project)
    store_solved(project.runs_folder, two_plants())
    return project


def test_ranges_of_emissions_are_told_if_nothing_is_asked_for(project):
    """1 % of cost buys all of the difference, 0.5 % half of it."""
    told = find_openness(project, "small", (0.005, 0.01)).as_json()
    ranges = {(one["name"], one["slack"]): (one["least"], one["most"]) for one in told["extents"]}
    assert ranges["scope1", 0.005] == pytest.approx((0.5, 1.0), abs=1e-6)
    assert ranges["scope1+import", 0.01] == pytest.approx((0.0, 1.0), abs=1e-6)
    assert {(one["unit"], one["at_least_cost"]) for one in told["extents"]} == {("Mt", 1.0)}
    assert told["plans"] == []


def test_plans_are_told_with_what_they_build_and_emit(project):
    least, other = find_openness(project, "small", (0.02,), ["dear"], plans=1).as_json()["plans"]
    assert (least["plan"], least["new_capacity"]) == ("least cost", {"cheap": pytest.approx(1.0)})
    assert (other["plan"], other["new_capacity"]) == ("1", {"dear": pytest.approx(1.0)})
    assert (least["peak_mtco2"], other["cumulative_mtco2"]) == pytest.approx((1.0, 0.0))
    assert other["cost"] / least["cost"] == pytest.approx(1.01)


def test_tables_and_charts_are_written(project, tmp_path):
    found = find_openness(project, "small", (0.02,), plans=1)
    names = {path.name for path in found.write(project, tmp_path, "zh").paths}
    assert names == {
        "extents.csv",
        "alternatives.csv",
        *("extents.png", "extents.svg", "alternatives.png", "alternatives.svg"),
    }
    assert read_table(tmp_path / "extents.csv", EXTENT).equals(found.extents)
    assert len(read_table(tmp_path / "alternatives.csv", ALTERNATIVE)) == len(found.plans)


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("coal_use@2020", Target("group_activity", "coal_use", (2020,))),
        ("scope1", Target("boundary_emissions", "scope1")),
        ("from_coal", Target("total_capacity", "from_coal", (2020,))),
        ("new_capacity:from_coal@2020-2022", Target("new_capacity", "from_coal", (2020, 2021, 2022))),
    ],
    ids=["group", "boundary", "technology", "in full"],
)
def test_a_quantity_is_read(words, target):
    assert read_target(words, coal_cap()) == target


@pytest.mark.parametrize("words", ["", "price:coal_use", "coal@20"], ids=["nothing", "no quantity", "no year"])
def test_what_is_no_quantity_is_told(words):
    with pytest.raises(UsageError, match="CP-138"):
        read_target(words, clean_and_dirty())
