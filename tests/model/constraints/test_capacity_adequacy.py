"""Activity in a timeslice stays within what total capacity can do in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import make_system

from carbonpath.model.run import solve_system
from carbonpath.system.system import System

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("capacity_adequacy")

    assert found == expected


def plant_or_import(timeslices: dict[str, float], availability: float) -> System:
    """Return 10 Mt/y of plant at no cost and imports at 100, for a demand of 20 Mt."""
    return make_system(
        {"plant": "Mt/y", "import": ""},
        {"good": "equal"},
        {
            "output_activity_ratio": {("plant", "good", "1"): 1.0, ("import", "good", "1"): 1.0},
            "variable_cost": {("import", "1"): 100.0},
            "residual_capacity": {("plant",): 10.0},
            "availability_factor": {("plant",): availability},
            "capacity_to_activity": {("plant",): 1.5},
            "demand": {("good",): 20.0},
        },
        timeslices=timeslices,
    )


@pytest.mark.parametrize(
    "timeslices", [{"annual": 1.0}, {"day": 0.7, "night": 0.3}], ids=["one timeslice", "two timeslices"]
)
def test_availability_and_conversion_bound_what_capacity_does(
    timeslices: dict[str, float], number: Callable[..., float]
) -> None:
    outcome = solve_system(plant_or_import(timeslices, availability=0.8))

    assert number(outcome.result, "activity", technology="plant") == pytest.approx(10.0 * 1.5 * 0.8)
    assert number(outcome.result, "activity", technology="import") == pytest.approx(20.0 - 12.0)
