"""No more is built in a year than its limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import plant_to_build

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("max_new_capacity")

    assert found == expected


def test_building_is_spread_over_the_years(number: Callable[..., float]) -> None:
    outcome = solve_system(plant_to_build(max_new_capacity={("plant",): 0.5}))

    assert number(outcome.result, "new_capacity", year=2020) == pytest.approx(0.5)
    assert number(outcome.result, "new_capacity", year=2021) == pytest.approx(0.5)


def test_a_limit_where_nothing_can_be_built_is_no_row(number: Callable[..., float]) -> None:
    outcome = solve_system(plant_to_build(max_new_capacity={("buy",): 0.0}))

    assert number(outcome.result, "new_capacity", year=2020) == pytest.approx(1.0)
