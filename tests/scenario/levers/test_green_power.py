"""Renewable power is bought under contract, within what can be had and at what it costs."""

from __future__ import annotations

import pytest
from systems import make_system

LIMITS = """
green_power:
  contract: BUY.green
  delivery: deliver
  {block}
"""


@pytest.fixture
def grid():
    """Return 10 Mt of power a year from the grid at 6 CNY and 1 t CO2, or contracts at 7 CNY: 60 a year, all grid."""
    return make_system(
        ["BUY.grid", "BUY.green", "deliver"],
        {"power": "equal", "green": "surplus"},
        {
            "output_activity_ratio": {
                ("BUY.grid", "power", "1"): 1.0,
                ("BUY.green", "green", "1"): 1.0,
                ("deliver", "power", "1"): 1.0,
            },
            "input_activity_ratio": {("deliver", "green", "1"): 1.0},
            "variable_cost": {("BUY.grid", "1"): 6.0, ("BUY.green", "1"): 7.0},
            "emission_activity_ratio": {("BUY.grid", "co2", "1"): 1.0},
            "max_activity": {("deliver",): 0.0},
            "demand": {("power",): 10.0},
            "discount_rate": {(): 0.0},
        },
        years=(2020, 2021),
        groups={"contracted_power": {"deliver": 1.0}, "power_used": {"BUY.grid": 1.0, "deliver": 1.0}},
    )


OPEN = "delivery_max: {unit: Mt, values: {2021: 8}, reason: r, source: s}"
CHEAP = "premium: {unit: CNY/t, values: {2021: -2}, reason: r, source: s}"


def test_least_delivery_replaces_grid_power(solve, grid):
    floor = "delivery_min: {unit: Mt, values: {2021: 3}, reason: r, source: s}"

    answer = solve(grid, LIMITS.format(block=f"{OPEN}\n  {floor}"))

    # 3 Mt at 7 and 7 Mt at 6
    assert answer.made("deliver", "BUY.grid") == pytest.approx([3.0, 7.0])
    assert answer.cost == pytest.approx(60 + 63)
    assert answer.of("annual_emissions", "co2") == pytest.approx(7.0)


@pytest.mark.parametrize(
    ("block", "delivered"),
    [
        ("", 8.0),
        ("contract_max: {unit: Mt, values: {2021: 5}, reason: r, source: s}", 5.0),
        ('share_max: {unit: "%", values: {2021: 20}, reason: r, source: s}', 2.0),
    ],
    ids=["delivery", "contracts", "share"],
)
def test_cheap_contracts_are_bought_up_to_their_limit(solve, grid, block, delivered):
    answer = solve(grid, LIMITS.format(block=f"{OPEN}\n  {CHEAP}\n  {block}"))

    # a contract costs 7 - 2 = 5, 1 less than the grid
    assert answer.made("deliver")[0] == pytest.approx(delivered)
    assert answer.cost == pytest.approx(60 + 60 - delivered)


def test_left_out_it_changes_nothing(solve, grid):
    assert solve(grid).cost == pytest.approx(120.0)


def test_unknown_contract_is_refused(refused_on, grid):
    levers = LIMITS.format(block="contract_max: {unit: Mt, values: {2021: 5}, reason: r, source: s}")

    (problem,) = refused_on(grid, levers.replace("BUY.green", "BUY.greem"))

    assert (problem.code, problem.details["nearest"]) == ("CP-444", "BUY.green")
