"""A user's mistake ends with its exit code and a message with the place, and leaves nothing half-written."""

import openpyxl
import pytest

pytestmark = pytest.mark.slow


def wrong_unit(project):
    """Give the cement firm's coal a unit that nobody knows."""
    path = project / "inventories" / "qingshan" / "surveys" / "F06-2020.xlsx"
    workbook = openpyxl.load_workbook(path)
    workbook["燃料与能源"]["E4"] = "箩筐"
    workbook.save(path)


def other_unit(project):
    """Give the cement firm's coal in years."""
    path = project / "inventories" / "qingshan" / "surveys" / "F06-2020.xlsx"
    workbook = openpyxl.load_workbook(path)
    workbook["燃料与能源"]["E4"] = "年"
    workbook.save(path)


def misspelt_lever(project):
    """Misspell a lever."""
    replace_in(project / "scenarios" / "coal-cap.yaml", "  coal_cap:", "  coal_cpa:")


def impossible_cap(project):
    """Forget a digit of the cap in 2035."""
    replace_in(project / "scenarios" / "coal-cap.yaml", "2035: 795", "2035: 79.5")


def replace_in(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def nothing(_project):
    """Leave the project as it is."""


@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        pytest.param((wrong_unit, "reference"), (3, "F06-2020.xlsx 燃料与能源!E4"), id="unit nobody knows"),
        pytest.param((other_unit, "reference"), (3, "F06-2020.xlsx 燃料与能源!E4"), id="unit of another kind"),
        pytest.param((misspelt_lever, "coal-cap"), (4, "coal-cap.yaml levers.coal_cpa, line 13"), id="unknown key"),
        pytest.param((impossible_cap, "coal-cap"), (5, "scenarios/coal-cap.yaml, line 31"), id="impossible cap"),
        pytest.param((nothing, "coal-cpa"), (4, "coal-cap"), id="unknown scenario"),
        pytest.param((nothing, "../carbonpath"), (4, "../carbonpath"), id="scenario that is a path"),
    ],
)
def test_mistake(carbonpath, toy_project, mistake, told):
    edit, scenario = mistake
    edit(toy_project)
    answer = carbonpath("run", scenario, "-C", toy_project, "--no-charts")
    assert answer.code == told[0]
    assert told[1] in answer.err
    assert answer.out == ""
    assert list((toy_project / "runs").glob("*")) == []


def test_json_of_an_infeasible_scenario_is_the_error(carbonpath, toy_project):
    answer = carbonpath("run", "coal-cap-strict", "-C", toy_project, "--no-charts", "--json")
    assert answer.code == 5
    assert answer.json["error"]["code"] == "CP-500"
    assert {problem["file"] for problem in answer.json["problems"]} >= {"scenarios/coal-cap-strict.yaml, line 32"}
    assert list((toy_project / "runs").glob("*")) == []
