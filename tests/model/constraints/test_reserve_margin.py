"""Capacity that counts covers production, with a margin, in every timeslice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import make_system

from carbonpath.model.run import solve_system
from carbonpath.system.system import System

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("reserve_margin")

    assert found == expected


def plants(**parameters: dict[tuple[object, ...], float]) -> System:
    """Return a plant and a peaker that can be built at 100 and at 10, for 12 of power, two thirds of it by day."""
    return make_system(
        {"plant": "GW", "peaker": "GW"},
        {"power": "equal"},
        {
            "output_activity_ratio": {("plant", "power", "1"): 1.0, ("peaker", "power", "1"): 1.0},
            "variable_cost": {("peaker", "1"): 1000.0},
            "capital_cost": {("plant",): 100.0, ("peaker",): 10.0},
            "operational_life": {("plant",): 1.0, ("peaker",): 1.0},
            "capacity_to_activity": {("plant",): 1.0, ("peaker",): 2.0},
            "demand": {("power",): 12.0},
            "demand_profile": {("power", "day"): 2 / 3, ("power", "night"): 1 / 3},
            **parameters,
        },
        timeslices={"day": 0.5, "night": 0.5},
    )


def test_the_margin_stands_idle_where_it_is_cheapest(number: Callable[..., float]) -> None:
    """The day asks for 8 / 0.5 = 16; 16 x 1.25 = 20 are counted: 16 of the plant, half of the peaker's 2 x 4."""
    outcome = solve_system(
        plants(
            reserve_margin={(): 1.25},
            reserve_margin_commodity={("power",): 1.0},
            reserve_margin_technology={("plant",): 1.0, ("peaker",): 0.5},
        )
    )

    assert number(outcome.result, "new_capacity", technology="plant") == pytest.approx(16.0)
    assert number(outcome.result, "new_capacity", technology="peaker") == pytest.approx((20.0 - 16.0) / (2.0 * 0.5))


def test_a_margin_of_nothing_asks_for_nothing(number: Callable[..., float]) -> None:
    outcome = solve_system(plants(reserve_margin={(): 1.25}))

    assert number(outcome.result, "new_capacity", technology="peaker") == 0.0
