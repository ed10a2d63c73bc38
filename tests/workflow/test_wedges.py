"""Wedges of the shipped district: on the real solver they add up to the difference between two scenarios."""

from functools import cache

import numpy as np
import pytest
from shipped import shipped_base, shipped_system

from carbonpath.core.answers import ABATEMENT
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import check_table
from carbonpath.model.run import solve_system
from carbonpath.workflow import wedges as module
from carbonpath.workflow.analysis_files import Page
from carbonpath.workflow.project import load_project
from carbonpath.workflow.wedges import cut_wedges, write_wedges

NAME = "coal-cap+clean-transport"


@pytest.fixture(scope="module")
def project(shipped_project):
    return load_project(shipped_project)


@pytest.fixture(scope="module")
def wedges(project):
    """Return the wedges of two measures, cut on the district that all tests share."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "fit_district", lambda *_: shipped_base()[1])
        return cut_wedges(project, NAME)


@cache
def solved(scenario):
    return solve_system(shipped_system(scenario), scenario=scenario)


def boundary_path(scenario, boundary):
    rows = solved(scenario).result
    rows = rows[(rows["quantity"] == "boundary_emissions") & (rows["emission"] == boundary)]
    return rows.set_index("year")["value"].sort_index()


def test_wedges_add_up_to_the_difference_of_the_scenarios_solved_on_their_own(wedges):
    paths = wedges.paths
    for boundary in ("scope1", "scope1+import"):
        difference = boundary_path("reference", boundary) - boundary_path(NAME, boundary)
        own = paths[paths["boundary"] == boundary]
        for kind in ("wedge_sequential", "wedge_shapley"):
            parts = own[own["indicator"] == kind].groupby("year")["value"].sum()
            assert (parts - difference).abs().max() == pytest.approx(0.0, abs=1e-6)
        whole = own[own["indicator"] == "wedge_reference"].set_index("year")["value"]
        assert np.allclose(whole, boundary_path("reference", boundary))


def test_costs_add_up_too(wedges):
    table = wedges.table
    least = {name: solved(name).objective for name in ("reference", NAME)}
    for kind in ("sequential", "shapley", "total"):
        assert table.loc[table["kind"] == kind, "cost"].sum() == pytest.approx(
            least[NAME] - least["reference"], rel=1e-6
        )
    assert check_table(table, ABATEMENT) == []
    assert check_table(wedges.paths, INDICATOR) == []


def test_tables_json_and_chart(wedges, project, tmp_path):
    told = wedges.as_json()
    assert [part["measure"] for part in told["measures"]["shapley"]] == ["coal_cap", "clean_transport"]
    assert set(told["mt_by_year"]) == {"wedge_sequential", "wedge_shapley", "wedge_reference"}
    drawn = write_wedges(project, wedges, tmp_path, Page("en"))
    assert [path.name for path in drawn.paths] == ["wedges.csv", "measures.csv", "wedges.png"]


def test_too_many_measures_are_taken_in_their_order_alone(project, monkeypatch):
    monkeypatch.setattr(module, "fit_district", lambda *_: shipped_base()[1])
    monkeypatch.setattr(module, "MOST", 1)
    found = cut_wedges(project, NAME)
    assert [problem.code for problem in found.problems] == ["CP-612"]
    assert set(found.table["kind"]) == {"sequential", "total"}
