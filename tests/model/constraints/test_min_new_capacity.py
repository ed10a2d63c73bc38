"""No less is built in a year than its limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import plant_to_build

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("min_new_capacity")

    assert found == expected


def test_a_floor_builds_in_its_year(number: Callable[..., float]) -> None:
    outcome = solve_system(plant_to_build(min_new_capacity={("plant", 2021): 0.2}))

    assert number(outcome.result, "new_capacity", year=2021) == pytest.approx(0.2)
