"""Over a year, activity stays within what total capacity can do while it is available."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import make_system, plant_to_build

from carbonpath.model.build import build_model
from carbonpath.model.constraints.annual_availability import index
from carbonpath.model.run import solve_system
from carbonpath.system.system import System

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("annual_availability")

    assert found == expected


def plant_or_import(availability: float, demand: float) -> System:
    """Return 10 Mt/y of plant at no cost and imports at 100, for a good that is wanted by day only."""
    return make_system(
        {"plant": "Mt/y", "import": ""},
        {"good": "equal"},
        {
            "output_activity_ratio": {("plant", "good", "1"): 1.0, ("import", "good", "1"): 1.0},
            "variable_cost": {("import", "1"): 100.0},
            "residual_capacity": {("plant",): 10.0},
            "availability_factor": {("plant",): availability},
            "capacity_to_activity": {("plant",): 1.0},
            "demand": {("good",): demand},
            "demand_profile": {("good", "day"): 1.0, ("good", "night"): 0.0},
        },
        timeslices={"day": 0.6, "night": 0.4},
    )


@pytest.mark.parametrize(("availability", "made"), [(0.7, 6.0), (0.5, 5.0)], ids=["rests at night", "rests by day too"])
def test_rest_is_taken_when_nothing_is_wanted(availability: float, made: float, number: Callable[..., float]) -> None:
    outcome = solve_system(plant_or_import(availability, demand=8.0))

    assert number(outcome.result, "activity", technology="plant") == pytest.approx(made)


def test_there_is_no_row_in_a_model_of_one_timeslice() -> None:
    assert index(build_model(plant_to_build(availability_factor={("plant",): 0.5}))) == ()
