"""Wedges of the shipped district: on the real solver they add up to the difference between two scenarios."""

from functools import cache

import numpy as np
import pytest
from matplotlib.text import Text
from shipped import shipped_base, shipped_system

from carbonpath.charts.measures.wedges import draw
from carbonpath.charts.options import ChartOptions
from carbonpath.core.answers.paths import ABATEMENT
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import check_table
from carbonpath.model.run import solve_system
from carbonpath.workflow import wedges as module
from carbonpath.workflow.analysis_files import Page
from carbonpath.workflow.project import load_project
from carbonpath.workflow.wedges import WedgeOptions, cut_wedges, write_wedges

NAME = "coal-cap+clean-transport"
BUT_THE_CAP = (
    "coal_cap+clean_transport+hydrogen_island+capacity+retrofit+green_power+district_heating+dual_control"
    "+free_allocation+price"
)


@pytest.fixture(scope="module")
def project(shipped_project):
    return load_project(shipped_project)


@pytest.fixture(scope="module")
def wedges(project):
    """Return the wedges of two measures, cut on the district that all tests share."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "fit_district", lambda *_: shipped_base()[1])
        return cut_wedges(project, NAME, WedgeOptions())


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


@pytest.fixture
def fitted(monkeypatch):
    """Let every cutting take the district that all tests share."""
    monkeypatch.setattr(module, "fit_district", lambda *_: shipped_base()[1])


def test_drawn_orders_are_told_with_their_interval(project, wedges, fitted, tmp_path):
    found = cut_wedges(project, NAME, WedgeOptions(orders=8))

    assert [problem.code for problem in found.problems] == ["CP-612"]
    assert found.orders == 8
    kinds = found.table.set_index(["kind", "technology"])
    assert kinds.loc["shapley", "abatement"].sum() == pytest.approx(kinds.loc["total", "abatement"].sum())
    # of two measures an order and its reverse are all orders: nothing scatters
    exact = wedges.table.set_index(["kind", "technology"])["abatement"]
    assert kinds.loc["shapley", "abatement"].to_dict() == pytest.approx(exact["shapley"].to_dict(), abs=1e-6)
    assert kinds.loc["shapley_half_width", "abatement"].max() == pytest.approx(0.0, abs=1e-6)
    assert set(kinds.loc["shapley", "exact"]) == {"no"}
    assert "± " in "".join(word_of(draw(found.paths, ChartOptions(language="en"))))


def test_more_measures_than_can_all_be_taken_are_drawn(project, fitted, monkeypatch):
    monkeypatch.setattr(module, "MOST", 1)
    monkeypatch.setattr(module, "ORDERS", 6)

    assert cut_wedges(project, NAME, WedgeOptions()).orders == 6


def test_orders_without_a_plan_at_some_step_are_left_out_and_told(project, fitted):
    found = cut_wedges(project, "deep", WedgeOptions(groups=(BUT_THE_CAP,)))

    assert [(problem.code, problem.value) for problem in found.problems] == [("CP-613", "50 %")]
    table = found.table.set_index(["kind", "technology"])["abatement"]
    assert table["shapley"].to_dict() == pytest.approx(table["sequential"].to_dict())
    assert found.plans == 3


def test_too_few_orders_with_plans_leave_the_order_alone(project, fitted, monkeypatch):
    monkeypatch.setattr(module, "draw_orders", lambda *_: [(BUT_THE_CAP, "emission_cap")] * 2)

    found = cut_wedges(project, "deep", WedgeOptions(groups=(BUT_THE_CAP,), orders=4))

    assert [problem.code for problem in found.problems] == ["CP-614"]
    assert set(found.table["kind"]) == {"sequential", "total"}


def word_of(figure):
    return [words.get_text() for words in figure.findobj(Text)]
