"""A storage starts a year with what the year before left in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from wider_systems import NORTH, lake

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("storage_year_balance")

    assert found == expected


def test_what_is_left_serves_the_next_year(number: Callable[..., float]) -> None:
    outcome = solve_system(lake(years=2, storage_level_start={(NORTH, "lake"): 2.0}))

    assert number(outcome.result, "storage_level", year=2020) == pytest.approx(2.0)
    assert number(outcome.result, "storage_level", year=2021) == pytest.approx(2.0 - 1.25)
    assert number(outcome.result, "activity", technology="sun") == pytest.approx(2 * 1.25 - 2.0)
