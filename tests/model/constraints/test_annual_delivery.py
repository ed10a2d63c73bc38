"""What is delivered over the timeslices is the demand that has no time of its own, and what capacity uses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import make_system, plant_to_build

from carbonpath.model.run import solve_system
from carbonpath.system.system import System

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("annual_delivery")

    assert found == expected


def cheap_by_day(**parameters: dict[tuple[object, ...], float]) -> System:
    """Return imports at 5 by day, a plant at 30 at any time, and 8 wanted at any time."""
    return make_system(
        {"import": "Mt/y", "plant": "Mt/y"},
        {"good": "equal"},
        {
            "output_activity_ratio": {("import", "good", "1"): 1.0, ("plant", "good", "1"): 1.0},
            "variable_cost": {("import", "1"): 5.0, ("plant", "1"): 30.0},
            "residual_capacity": {("import",): 10.0, ("plant",): 100.0},
            "capacity_factor": {("import", "night"): 0.0},
            "capacity_to_activity": {("import",): 1.0, ("plant",): 1.0},
            "accumulated_demand": {("good",): 8.0},
            **parameters,
        },
        timeslices={"day": 0.6, "night": 0.4},
    )


def test_what_has_no_time_is_delivered_when_it_is_cheap(number: Callable[..., float]) -> None:
    outcome = solve_system(cheap_by_day())

    assert number(outcome.result, "delivery") == pytest.approx(8.0)
    assert number(outcome.result, "delivery", timeslice="day") >= 6.0 - 1e-9
    assert number(outcome.result, "activity", technology="import") == pytest.approx(6.0)
    assert number(outcome.result, "activity", technology="plant") == pytest.approx(2.0)


def test_what_capacity_uses_is_delivered_too(number: Callable[..., float]) -> None:
    outcome = solve_system(cheap_by_day(input_total_capacity_ratio={("import", "good"): 0.1}))

    assert number(outcome.result, "delivery") == pytest.approx(8.0 + 0.1 * 10.0)


def test_what_building_uses_is_delivered_in_the_year_of_building(number: Callable[..., float]) -> None:
    """The plant makes what it takes to build it: N = 1 + 0.25 N."""
    outcome = solve_system(plant_to_build(input_new_capacity_ratio={("plant", "good"): 0.25}))

    assert number(outcome.result, "new_capacity", year=2020) == pytest.approx(4.0 / 3.0)
    assert number(outcome.result, "delivery", year=2020) == pytest.approx(0.25 * 4.0 / 3.0)
    assert number(outcome.result, "delivery", year=2021) == 0.0
