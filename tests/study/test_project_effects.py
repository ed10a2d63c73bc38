"""Projects between a reference and a scenario, by hand and on the shipped district."""

import pytest
from shipped import shipped_system
from systems import REGION, clean_plant

from carbonpath.model.run import solve_system
from carbonpath.study.project_effects import project_effects, without_demands
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.workflow.plans import plan_of

YEARS = (2020, 2021)


def limited():
    return clean_plant(annual_emission_limit={("co2",): 4.0})


def test_a_plant_by_hand():
    wanted = {"clean": {("clean", "1", "", year): 6.0 for year in YEARS}}
    effects = project_effects(limited(), clean_plant(), wanted, "scope1")
    ((name, saving),) = effects.projects
    assert (name, saving.discounted, saving.cost) == ("clean", pytest.approx(12.0), pytest.approx(84.0))
    assert saving.by_year.to_dict() == pytest.approx(dict.fromkeys(YEARS, 6.0))
    for nothing in (effects.conditions, effects.operation):
        assert (nothing.discounted, nothing.cost) == (pytest.approx(0.0, abs=1e-9), pytest.approx(0.0, abs=1e-9))
    assert (effects.whole.discounted, effects.whole.cost) == (pytest.approx(12.0), pytest.approx(84.0))


def test_a_project_that_cannot_be_has_no_effect_and_its_saving_stays_with_the_rest():
    wanted = {"clean": {("clean", "1", "", year): 11.0 for year in YEARS}}
    effects = project_effects(limited(), clean_plant(), wanted, "scope1")
    assert (effects.projects, dict(effects.single)) == ((), {})
    assert effects.operation.discounted == pytest.approx(12.0)


def test_of_two_limits_the_looser_counts_and_one_that_is_missing_is_none():
    one = clean_plant(max_group_activity={("a",): 5.0, ("b",): 1.0}, min_activity={("clean",): 3.0})
    other = clean_plant(max_group_activity={("a",): 7.0}, min_activity={("clean",): 2.0})
    system = without_demands(one, other)
    assert set(system.parameter("max_group_activity")["value"]) == {7.0}
    assert set(system.parameter("min_activity")["value"]) == {2.0}


def test_the_carbon_price_is_that_of_the_reference():
    dear = apply_changes(
        clean_plant(),
        [Change("emission_price", {"region": REGION, "emission": "co2", "year": year}, "set", 50.0) for year in YEARS],
    )
    assert without_demands(dear, clean_plant()).parameter("emission_price").empty


def test_parts_of_the_shipped_scenario_add_up_to_the_difference_of_cost_and_emissions():
    scenario, reference = shipped_system("combined"), shipped_system("reference")
    outcome, before = solve_system(scenario), plan_of(reference, "reference")
    rows = outcome.result[outcome.result["quantity"] == "activity"]
    names = ("F01.BF_COG_H2", "F01.EAF_SCRAP", "F10.PV_DIST")
    columns = ["mode", "timeslice", "year", "value"]
    wanted = {
        name: {
            (name, mode, timeslice, year): value
            for mode, timeslice, year, value in rows.loc[rows["technology"] == name, columns].itertuples(index=False)
        }
        for name in names
    }
    effects = project_effects(scenario, reference, wanted, "scope1+import")
    parts = [effects.conditions, *(saving for _, saving in effects.projects), effects.operation]
    assert {name for name, _ in effects.projects} == set(names)
    assert sum(part.cost for part in parts) == pytest.approx(outcome.objective - before.cost, rel=1e-6)
    assert sum(part.discounted for part in parts) == pytest.approx(effects.whole.discounted, rel=1e-9)
    assert all(saving.discounted > 0.0 for _, saving in effects.projects)
