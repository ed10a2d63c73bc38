"""Total capacity stays above its limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import plant_to_build

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("min_capacity")

    assert found == expected


def test_a_floor_builds_what_nobody_needs_and_its_price_is_negative(number: Callable[..., float]) -> None:
    outcome = solve_system(plant_to_build(min_capacity={("plant", 2020): 3.0}))

    assert number(outcome.result, "new_capacity", year=2020) == pytest.approx(3.0)
    assert number(outcome.duals, "capacity_price", year=2020) == pytest.approx(-54.7511312217 * 1.1**0.5)
