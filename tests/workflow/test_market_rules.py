"""Free allocation by rule: the optimum books what `ets` tells along its own plan, firm by firm and year by year."""

from dataclasses import replace
from functools import cache

import pytest
from shipped import shipped_base, shipped_system

from carbonpath.core.errors import UsageError
from carbonpath.model.run import solve_system
from carbonpath.system.overlay import apply_changes
from carbonpath.workflow.carbon_market import FILE, load_carbon_market
from carbonpath.workflow.market_rules import (
    AGREED,
    booked_allowances,
    plan_tables,
    rule_changes,
    ruled_allowances,
    ruled_system,
)
from carbonpath.workflow.project import load_project

PRICED = range(2021, 2036)


@cache
def ruled():
    """Return the shipped reference by the rules, its plan and its markets."""
    project, base = shipped_base()
    system = shipped_system("reference")
    market = load_carbon_market(project, base.calibrated.district.tables, "base", system.years)
    given = apply_changes(system, rule_changes(system, market))
    return given, plan_tables(given, solve_system(given).result), market


def test_the_optimum_books_what_the_rules_give_firm_by_firm_and_year_by_year():
    system, plan, market = ruled()
    booked, told = booked_allowances(system, plan), ruled_allowances(plan, market)
    firms = {"F01", "F02", "F03", "F04", "F05", "F06", "F07", "F09", "F10"}

    assert set(booked) == {(firm, year) for firm in firms for year in PRICED}
    assert {key: booked[key] - told[key] for key in booked} == pytest.approx(dict.fromkeys(booked, 0.0), abs=AGREED)


def test_steel_pays_almost_nothing_for_another_tonne_and_its_allowances_follow_what_it_does():
    system, _, _ = ruled()
    rows = system.parameter("fixed_allowance")
    steel = rows[rows["technology"].str.startswith("F01.") & (rows["year"] >= 2024)]

    assert steel["value"].abs().max() < 1e-5


def test_history_is_a_fixed_amount():
    system, plan, market = ruled()
    rows = system.parameter("fixed_allowance")
    refinery = rows[rows["technology"].str.startswith("F02.") & (rows["year"] == 2022)]["value"].sum()

    assert refinery == pytest.approx(ruled_allowances(plan, market)["F02", 2022], abs=AGREED)


def test_without_the_choice_nothing_changes():
    project, base = shipped_base()
    system = shipped_system("reference")

    assert ruled_system(project, base, base.specification, system) == (system, ())


def test_a_project_in_no_market_cannot_ask_for_rules(toy_project):
    (load_project(toy_project).inventory_folder / FILE).unlink()
    _, base = shipped_base()
    with pytest.raises(UsageError) as caught:
        ruled_system(
            load_project(toy_project),
            base,
            replace(base.specification, allocation="rules"),
            shipped_system("reference"),
        )
    assert caught.value.problems[0].code == "CP-735"


def test_what_the_rules_change_in_the_reference_is_as_the_page_says():
    """docs/*/carbon-market.md: cost 4.6 % lower, 0.26 Mt more in 2027, 0.4 Mt more in 2035 (scope 1)."""
    before = solve_system(shipped_system("reference"))
    _, plan, _ = ruled()
    cost, released = (
        [rows[rows["quantity"] == name] for rows in (before.result, plan.result)]
        for name in ("total_discounted_cost", "annual_emissions")
    )
    more = {
        year: released[1][(released[1]["emission"] == "co2") & (released[1]["year"] == year)]["value"].sum()
        - released[0][(released[0]["emission"] == "co2") & (released[0]["year"] == year)]["value"].sum()
        for year in (2027, 2035)
    }

    assert cost[1]["value"].sum() / cost[0]["value"].sum() - 1 == pytest.approx(-0.046, abs=5e-4)
    assert more == pytest.approx({2027: 0.26, 2035: 0.40}, abs=5e-3)
