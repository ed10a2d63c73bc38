"""Activity over all years stays below its limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import plant_to_build

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("max_model_period_activity")

    assert found == expected


def test_what_is_left_is_used_when_it_saves_most(number: Callable[..., float]) -> None:
    """The good is dearer to buy in the second year, even discounted, so the last 0.5 of the plant runs then."""
    system = plant_to_build(
        max_model_period_activity={("plant",): 0.5},
        variable_cost={("buy", "1", 2020): 1000.0, ("buy", "1", 2021): 1200.0},
    )

    outcome = solve_system(system)

    assert number(outcome.result, "activity", technology="plant", year=2020) == 0.0
    assert number(outcome.result, "activity", technology="plant", year=2021) == pytest.approx(0.5)
