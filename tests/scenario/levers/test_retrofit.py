"""A plant uses less of an input for the same output, at a cost for each unit saved."""

from __future__ import annotations

import pytest
from systems import make_system

SAVING = """
retrofit:
  - technology: mill
    inputs: [{inputs}]
    unit: "%"
    values: {{2021: {share}}}
    {more}reason: benchmark
    source: plan
"""


@pytest.fixture
def mill():
    """Return a mill that burns 2 t of fuel (10 CNY and 3 t CO2 each) and 1 t of power (4 CNY) for 1 t of good.

    5 Mt of good a year: 10 Mt of fuel at 100, 5 Mt of power at 20 million CNY, 30 Mt CO2; 240 million CNY in all.
    """
    return make_system(
        ["mill", "BUY.fuel", "BUY.power", "BUY.ore"],
        {"good": "equal", "fuel": "equal", "power": "equal", "ore": "equal"},
        {
            "output_activity_ratio": {
                ("mill", "good", "1"): 1.0,
                **{(f"BUY.{name}", name, "1"): 1.0 for name in ("fuel", "power", "ore")},
            },
            "input_activity_ratio": {
                ("mill", "fuel", "1"): 2.0,
                ("mill", "power", "1"): 1.0,
                ("mill", "ore", "1"): 1.0,
            },
            "variable_cost": {("BUY.fuel", "1"): 10.0, ("BUY.power", "1"): 4.0},
            "emission_activity_ratio": {("mill", "co2", "1"): 6.0},
            "fuel_emission_ratio": {("mill", "fuel"): 3.0, ("mill", "power"): 0.0},
            "demand": {("good",): 5.0},
            "discount_rate": {(): 0.0},
        },
        years=(2020, 2021),
    )


def test_saved_fuel_is_neither_bought_nor_burnt(solve, mill):
    answer = solve(mill, SAVING.format(inputs="fuel", share=10, more=""))

    # 1 Mt of fuel less: 10 million CNY and 3 Mt CO2
    assert answer.made("BUY.fuel", "BUY.power") == pytest.approx([9.0, 5.0])
    assert answer.of("annual_emissions", "co2") == pytest.approx(27.0)
    assert answer.cost == pytest.approx(230.0)


def test_saving_costs_what_is_said_for_each_unit(solve, mill):
    more = "cost_of_saving: {value: 6, unit: CNY/t}\n    "

    answer = solve(mill, SAVING.format(inputs="fuel, power", share=10, more=more))

    # saved: 1 Mt of fuel (10) and 0.5 Mt of power (2), at 6 CNY per t each (9)
    assert answer.cost == pytest.approx(240 - 12 + 9)


def test_left_out_it_changes_nothing(solve, mill):
    answer = solve(mill)

    assert answer.cost == pytest.approx(240.0)
    assert answer.of("annual_emissions", "co2") == pytest.approx(30.0)


@pytest.mark.parametrize(
    ("inputs", "share", "code"),
    [("ore", 10, "CP-417"), ("fuell", 10, "CP-416"), ("fuel", 100, "CP-415")],
    ids=["carbon that would come from nothing", "unknown input", "all of it"],
)
def test_what_cannot_be_saved_is_refused(refused_on, mill, inputs, share, code):
    (problem,) = refused_on(mill, SAVING.format(inputs=inputs, share=share, more=""))

    assert problem.code == code
