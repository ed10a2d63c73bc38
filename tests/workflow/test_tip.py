"""Tipping values: known by hand on small systems, and confirmed by direct solves on the shipped district."""

import pytest
from shipped import shipped_system
from stored_runs import store_solved
from systems import clean_plant, growing_demand

from carbonpath.core.errors import InfeasibleError, UsageError
from carbonpath.model.run import solve_system
from carbonpath.scenario.blocks import Bilingual
from carbonpath.study.knob import turn_carbon_price
from carbonpath.workflow import tip
from carbonpath.workflow.named_system import NamedSystem
from carbonpath.workflow.project import load_project
from carbonpath.workflow.stored_system import write_system
from carbonpath.workflow.tip import find_knob, find_tip

EDGE = 0.02
"""Relative distance from the tipping value at which both sides are solved apart."""


@pytest.fixture
def project(toy_project):
    """Return the shipped project with runs of two small systems."""
    project = load_project(toy_project)
    store_solved(project.runs_folder, growing_demand(), "growing")
    store_solved(project.runs_folder, clean_plant(variable_cost={("dirty", "1"): 15.0}), "plant")
    return project


def test_clean_enters_where_the_price_pays_its_cost(project):
    found = find_tip(project, "growing", "carbon_price", "used[clean] > 0", (1.0, 20.0), language="en")
    (crossing,) = found.crossings.found
    assert crossing.value == pytest.approx(5.0, abs=1e-3)
    (sentence,) = found.sentences("en")
    assert sentence == "Scenario growing: from 5 CNY/t of the carbon price upwards clean (clean) is used, below it not."
    assert "碳价高于 5 元/吨时" in found.sentences("zh")[0]


def test_the_peak_year_moves_where_the_later_years_turn_clean(project):
    found = find_tip(project, "growing", "carbon_price", "peak_year < 2021", (1.0, 20.0))
    assert found.crossings.found[0].value == pytest.approx(5.0, abs=1e-3)
    assert found.sentences("zh") == ["情景 growing：碳价越过 5 元/吨时，达峰年由 2021 年变为 2020 年。"]


def test_a_plant_enters_below_an_investment(project):
    """20 million CNY per Mt/y times a factor serve 2 years of 15 CNY: it pays up to a factor of 1.5."""
    found = find_tip(project, "plant", "capex[clean]", "built[clean]", (0.5, 3.0))
    assert found.crossings.found[0].value == pytest.approx(1.5, abs=1e-3)
    assert "投资（现值的倍数）低于 1.5 倍时，" in found.sentences("zh")[0]


def test_any_parameter_can_be_turned(project):
    found = find_tip(project, "plant", "variable_cost[technology=dirty]", "built[clean]", (0.1, 1.0))
    assert found.crossings.found[0].value == pytest.approx(10.0 / 15.0, abs=1e-4)
    assert found.as_json("en")["param"] == "parameter[variable_cost[technology=dirty]]"


def test_a_run_that_has_no_plan_anywhere_is_told_with_its_repair(project):
    run = project.runs_folder / "20261123T120000_growing"
    write_system(growing_demand(max_activity={("clean",): 20.0, ("dirty",): 80.0}), run / "inputs")
    with pytest.raises(InfeasibleError, match="CP-511"):
        find_tip(project, "growing", "carbon_price", "peak_year < 2021", (1.0, 20.0))


@pytest.mark.parametrize(("condition", "word"), [("emissions > 0", "everywhere"), ("emissions < 0", "nowhere")])
def test_what_always_or_never_holds_is_said(project, condition, word):
    found = find_tip(project, "plant", "capex[clean]", condition, (1.6, 3.0))
    assert found.crossings.found == ()
    assert word in found.sentences("en")[0]


@pytest.mark.parametrize(
    ("parameter", "ends", "code"),
    [
        ("carbon_price", (5.0, 5.0), "CP-147"),
        ("coal_price", (None, None), "CP-148"),
        ("nonsense", (0.0, 1.0), "CP-124"),
    ],
)
def test_refused(project, parameter, ends, code):
    with pytest.raises(UsageError, match=code):
        find_tip(project, "growing", parameter, "peak_year < 2021", ends)


def test_price_at_which_electric_cracking_enters_the_shipped_district(shipped_project, monkeypatch):
    """It is confirmed by solving the district on either side of it."""
    system = shipped_system("reference")
    named = NamedSystem("reference", Bilingual(zh="参照", en="reference"), None, system)
    monkeypatch.setattr(tip, "find_system", lambda *_: named)
    project = load_project(shipped_project)
    found = find_tip(project, "reference", "carbon_price", "built[F03.CRACKER_ELEC]", (800.0, 1400.0))
    (crossing,) = found.crossings.found

    def built(price):
        rows = solve_system(turn_carbon_price(system, price)).result
        kept = (rows["quantity"] == "new_capacity") & (rows["technology"] == "F03.CRACKER_ELEC")
        return float(rows.loc[kept, "value"].sum())

    assert built(crossing.value * (1.0 - EDGE)) == pytest.approx(0.0, abs=1e-6)
    assert built(crossing.value * (1.0 + EDGE)) > 1e-6


def test_scrap_is_a_share_of_the_crude_steel_of_the_plan():
    knob = find_knob("scrap_share", shipped_system("reference"))
    rows = knob.turn(shipped_system("reference"), 0.1).parameter("max_activity")
    scrap = rows.loc[(rows["technology"] == "F01.BUY.scrap") & (rows["year"] == 2030), "value"]
    assert 1.0 < float(scrap.iloc[0]) < 2.0
