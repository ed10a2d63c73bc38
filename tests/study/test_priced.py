"""A programme kept loaded and charged a price: by hand, and the price that reproduces a cap."""

import pytest
from shipped import shipped_system
from systems import clean_and_dirty, growing_demand

from carbonpath.model.run import solve_system
from carbonpath.study.priced import PricedProgramme
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes

DISCOUNT = 1.05**-0.5
SHARE = 0.985
"""Share of the emissions of 2030 that the cap leaves."""
YEAR = 2030


def test_without_a_price_the_plan_is_the_cheapest():
    answer = PricedProgramme(clean_and_dirty(), "scope1").solve(0.0)
    assert answer.cost == pytest.approx(300.0 * DISCOUNT)
    assert answer.emissions == pytest.approx(100.0 * DISCOUNT)
    assert answer.by_year.to_dict() == pytest.approx({2020: 100.0})


def test_cost_is_told_without_the_price():
    answer = PricedProgramme(clean_and_dirty(), "scope1").solve(6.0)
    assert (answer.cost, answer.emissions) == (pytest.approx(800.0 * DISCOUNT), pytest.approx(0.0, abs=1e-9))


def test_a_technology_held_back_does_no_more_than_before():
    programme = PricedProgramme(growing_demand(), "scope1")
    before = programme.solve(0.0)
    held = programme.solve(6.0, programme.hold(["clean"], before))
    assert held.emissions == pytest.approx(before.emissions)
    assert programme.activity(held)["clean"] == pytest.approx(0.0, abs=1e-9)


def test_price_that_reproduces_a_cap_is_its_dual_by_hand():
    """20 Mt are left: one tonne less costs 8 - 3 = 5 CNY, and a price of 5 CNY makes clean and dirty equal."""
    capped = solve_system(clean_and_dirty(annual_emission_limit={("co2",): 20.0}))
    duals = capped.duals
    price = float(duals.loc[duals["quantity"] == "emission_shadow_price", "value"].iloc[0])
    assert price == pytest.approx(5.0)
    programme = PricedProgramme(clean_and_dirty(), "scope1")
    paid = programme.solve(price)
    assert paid.cost + price * paid.emissions - price * 20.0 * DISCOUNT == pytest.approx(capped.objective)
    assert programme.solve(price * 1.001).emissions < 20.0 * DISCOUNT < programme.solve(price * 0.999).emissions


@pytest.fixture(scope="module")
def shipped_cap():
    """Return the shipped reference, its cap on scope 1 in 2030, the least cost under it, and the price of the cap.

    Free allocation by output is left out in that year: it pays back a part of a price, and nothing of a cap.
    """
    system = shipped_system("reference")
    system = apply_changes(system, [Change("free_allocation", {"year": YEAR}, "clear")])
    free = solve_system(system).result
    rows = free[(free["quantity"] == "boundary_emissions") & (free["emission"] == "scope1") & (free["year"] == YEAR)]
    cap = SHARE * float(rows["value"].iloc[0])
    where = {"region": system.regions[0], "boundary": "scope1", "year": YEAR}
    outcome = solve_system(apply_changes(system, [Change("annual_boundary_limit", where, "set", cap)]))
    duals = outcome.duals
    prices = duals.loc[(duals["quantity"] == "boundary_shadow_price") & (duals["year"] == YEAR), "value"]
    return system, cap, outcome.objective, abs(float(prices.iloc[0]))


def priced(system, price):
    """Return cost with the price paid in 2030 beside the price there is, and the emissions of 2030."""
    where = {"region": system.regions[0], "emission": "co2", "year": YEAR}
    outcome = solve_system(apply_changes(system, [Change("emission_price", where, "add", price)]))
    rows = outcome.result
    kept = (rows["quantity"] == "annual_emissions") & (rows["emission"] == "co2") & (rows["year"] == YEAR)
    return outcome.objective, float(rows.loc[kept, "value"].iloc[0])


def test_price_that_reproduces_a_cap_of_the_shipped_district_is_its_dual(shipped_cap):
    """Cost under the cap is the cost under the price less what the cap would pay; around the price the cap is met."""
    system, cap, least, price = shipped_cap
    assert price > 1.0
    rate = float(system.parameter("discount_rate")["value"].iloc[0])
    discount = (1.0 + rate) ** -(YEAR - system.years[0] + 0.5)
    cost, _ = priced(system, price)
    assert cost - discount * price * cap == pytest.approx(least, rel=1e-9)
    _, above = priced(system, price * 1.01)
    _, below = priced(system, price * 0.99)
    assert above <= cap * (1.0 + 1e-6)
    assert below >= cap * (1.0 - 1e-6)
