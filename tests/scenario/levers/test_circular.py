"""What one firm throws away another uses: dust, slag, gases and CO2 become products."""

from __future__ import annotations

import pytest
from systems import make_system

ROUTE = """
circular:
  routes:
    - {technology: METHANOL, kind: max_activity, unit: Mt/y, values: {2021: 2}, reason: gas to chemicals, source: plan}
"""
SLAG = "circular:\n  slag_cement_{side}: {{unit: '%', values: {{2021: {share}}}, reason: r, source: s}}\n"


@pytest.fixture
def works():
    """Return a works whose 10 Mt of gas a year are burnt (1 t CO2 each) or made into methanol, a closed route.

    A tonne of methanol takes 2 t of gas, emits 0.6 t, sells for 8 CNY and costs 3. CO2 costs 1 CNY per t. All gas
    burnt: 10 million CNY a year, 20 in all. A tonne of methanol saves 2 - 0.6 of CO2 and earns 5: 6.4 CNY.
    """
    return make_system(
        ["GAS", "BURN", "METHANOL", "SELL"],
        {"steel": "equal", "gas": "equal", "methanol": "equal"},
        {
            "output_activity_ratio": {
                ("GAS", "steel", "1"): 1.0,
                ("GAS", "gas", "1"): 10.0,
                ("METHANOL", "methanol", "1"): 1.0,
            },
            "input_activity_ratio": {
                ("BURN", "gas", "1"): 1.0,
                ("METHANOL", "gas", "1"): 2.0,
                ("SELL", "methanol", "1"): 1.0,
            },
            "emission_activity_ratio": {("BURN", "co2", "1"): 1.0, ("METHANOL", "co2", "1"): 0.6},
            "emission_price": {("co2",): 1.0},
            "variable_cost": {("METHANOL", "1"): 3.0, ("SELL", "1"): -8.0},
            "max_activity": {("METHANOL",): 0.0},
            "demand": {("steel",): 1.0},
            "discount_rate": {(): 0.0},
        },
        years=(2020, 2021),
    )


def test_route_that_is_opened_turns_gas_into_a_product(solve, works):
    answer = solve(works, ROUTE)

    # 2 Mt of methanol take 4 of 10 Mt of gas in 2021
    assert answer.made("BURN", "METHANOL") == pytest.approx([6.0, 2.0])
    assert answer.cost == pytest.approx(20 - 2 * 6.4)
    assert answer.of("annual_emissions", "co2") == pytest.approx(6 + 2 * 0.6)


def test_left_out_the_route_stays_closed(solve, works):
    answer = solve(works)

    assert answer.made("METHANOL") == [0.0]
    assert answer.cost == pytest.approx(20.0)


@pytest.mark.parametrize(("side", "share", "slag"), [("min", 40, 4.0), ("max", 70, 0.0)])
def test_share_of_slag_cement_is_kept(solve, two_ways, side, share, slag):
    groups = {"slag_cement": {"dear": 1.0}, "all_cement": {"dear": 1.0, "cheap": 1.0}}

    answer = solve(two_ways(groups), SLAG.format(side=side, share=share))

    # slag cement is the dear way: only the least share has an effect
    assert answer.made("dear")[0] == pytest.approx(slag)
    assert answer.cost == pytest.approx(40 + 3 * slag)


def test_largest_share_of_slag_cement_binds_where_it_is_cheap(solve, two_ways):
    groups = {"slag_cement": {"cheap": 1.0}, "all_cement": {"dear": 1.0, "cheap": 1.0}}

    answer = solve(two_ways(groups), SLAG.format(side="max", share=70))

    assert answer.made("cheap")[0] == pytest.approx(7.0)
    assert answer.cost == pytest.approx(40 + 3 * 3)


def test_share_above_the_whole_is_refused(refused_on, two_ways):
    groups = {"slag_cement": {"cheap": 1.0}, "all_cement": {"dear": 1.0, "cheap": 1.0}}

    (problem,) = refused_on(two_ways(groups), SLAG.format(side="min", share=170))

    assert (problem.code, problem.value) == ("CP-449", "170")
