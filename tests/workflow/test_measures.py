"""Measures by which scenarios differ."""

import pytest

from carbonpath.core.errors import ScenarioError, UsageError
from carbonpath.workflow.measures import find_measures, measure_title
from carbonpath.workflow.project import load_project


@pytest.fixture(scope="module")
def project(shipped_project):
    return load_project(shipped_project)


def test_levers_that_differ_are_the_measures(project):
    measures = find_measures(project, "coal-cap+clean-transport")
    assert measures.names == ("coal_cap", "clean_transport")
    assert measures.reference.name == "reference"


def test_a_scenario_of_some_measures_pulls_only_those(project):
    measures = find_measures(project, "coal-cap+clean-transport")
    one = measures.scenario_of(["coal_cap"])
    assert "coal_cap" in one.levers
    assert one.levers.get("clean_transport") == measures.reference.levers.get("clean_transport")
    assert one.name == "reference+coal_cap"
    assert measures.scenario_of(measures.names) is measures.scenario
    assert measures.scenario_of([]).settings == measures.reference.settings


@pytest.mark.parametrize(
    ("name", "against", "code"),
    [("reference", "reference", "CP-611"), ("slow", "reference", "CP-610")],
    ids=["no measure", "another demand"],
)
def test_what_has_no_measures_is_refused(toy_project, name, against, code):
    text = "title: slow\nextends: coal-cap\ndemand: low\n"
    (toy_project / "scenarios" / "slow.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioError, match=code):
        find_measures(load_project(toy_project), name, against)


def test_measures_taken_together_stand_at_the_place_of_the_first(project):
    measures = find_measures(project, "combined").grouped(["hydrogen_island+coal_cap"])

    assert measures.names == ("hydrogen_island+coal_cap", "clean_transport", "capacity")
    together = measures.scenario_of(["hydrogen_island+coal_cap"])
    assert {"coal_cap", "hydrogen_island"} <= set(together.levers)
    assert together.levers.get("clean_transport") == measures.reference.levers.get("clean_transport")
    assert measure_title(measures.names[0], "en") == "hydrogen island + coal cap"


@pytest.mark.parametrize("groups", [["coal_cap+wind"], ["coal_cap+capacity", "coal_cap"]], ids=["unknown", "twice"])
def test_group_of_what_is_no_measure_is_refused(project, groups):
    with pytest.raises(UsageError, match="CP-615"):
        find_measures(project, "combined").grouped(groups)
