"""Goals of the shipped district."""

import pytest
from stored_runs import store_run

from carbonpath.core.errors import DataError
from carbonpath.workflow.project import load_project
from carbonpath.workflow.targets import FILE, hold_to_targets, load_goals


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of the coal cap."""
    store_run(toy_project / "runs", "coal-cap", 0)
    return load_project(toy_project)


def test_every_goal_of_the_plans_is_measured_in_every_year(project):
    (standing,) = hold_to_targets(project, ["coal-cap"])
    goals = load_goals(project).goals
    assert len(standing.table) == sum(len(goal.values) for goal in goals.values())
    assert standing.table["met"].notna().all()


def test_every_goal_has_source_and_responsible_unit(project):
    assert all(goal.source.zh and goal.responsible.zh for goal in load_goals(project).goals.values())


def test_json_speaks_the_language_asked_for(project):
    told = hold_to_targets(project, ["coal-cap"])[0].as_json("zh")
    coal = next(entry for entry in told["targets"] if entry["goal"] == "coal" and entry["year"] == 2025)
    assert coal["title"] == "煤炭消费总量"
    assert coal["unit"] == "万tce"
    assert coal["met"] is True


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [("bound: at_least", "bound: at_lest", "CP-409"), ("values: {2030: 2030}", "values: {}", "CP-409")],
    ids=["unknown bound", "no year"],
)
def test_a_wrong_goal_is_told_with_its_line(project, old, new, code):
    path = project.inventory_folder / FILE
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_goals(project)
    assert caught.value.problems[0].code.startswith(code[:4])
    assert "line" in caught.value.problems[0].place
