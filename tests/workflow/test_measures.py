"""Measures by which scenarios differ."""

import pytest

from carbonpath.core.errors import ScenarioError
from carbonpath.workflow.measures import find_measures
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
