"""Kinds of furnaces and boilers of a project."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError
from carbonpath.reference.factors import load_factors
from carbonpath.workflow.equipment import FILE, read_equipment
from carbonpath.workflow.firms import read_firms
from carbonpath.workflow.inventory import project_rules
from carbonpath.workflow.project import load_project


@pytest.fixture
def project(toy_project):
    """Return the shipped project."""
    return load_project(toy_project)


def test_without_a_file_nothing_is_named(project):
    assert read_equipment(project, load_factors()) == {}


def test_kinds_reach_the_rules_of_accounting(project):
    (project.inventory_folder / FILE).write_text("firm,facility,equipment\nF06,kiln,power_boiler\n", encoding="utf-8")

    assert project_rules(project, read_firms(project)).equipment == {("F06", "kiln"): "power_boiler"}


def test_an_unknown_kind_is_told_with_row_and_list(project):
    (project.inventory_folder / FILE).write_text("firm,facility,equipment\nF06,kiln,stove\n", encoding="utf-8")

    with pytest.raises(DataError) as caught:
        read_equipment(project, load_factors())
    (problem,) = caught.value.problems
    assert (problem.code, problem.value, problem.place) == ("CP-206", "stove", "equipment, row 2")
    assert "cement_kiln" in problem.told("zh")["expected"]


def test_the_series_of_the_grid_factor_is_a_choice(project, toy_project):
    file = toy_project / "carbonpath.yaml"
    text = file.read_text("utf-8").replace("grid_region: hubei", "grid_region: national\ngrid_series: ets_indirect")
    file.write_text(text, "utf-8")

    rules = project_rules(load_project(toy_project), read_firms(project))
    assert (rules.region, rules.grid_series) == ("national", "ets_indirect")
