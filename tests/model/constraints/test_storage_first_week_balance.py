"""In the first week of a season, days of a type start with what those of the type before left in the storage."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from wider_systems import NORTH, lake

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("storage_first_week_balance")

    assert found == expected


def test_a_weekend_starts_with_what_five_days_have_filled(number: Callable[..., float]) -> None:
    """A day at rate F adds F / 730, so 5 F / 730 must fit into 0.01: F = 1.46 a year, 0.73 in half a year."""
    outcome = solve_system(
        lake(
            timeslice_day_type={("day", "1"): 1.0, ("night", "2"): 1.0},
            days_in_day_type={("1", "1"): 5.0, ("1", "2"): 2.0},
            residual_storage_capacity={(NORTH, "lake"): 0.01},
        )
    )

    assert number(outcome.result, "activity", technology="sun") == pytest.approx(0.73)
    assert number(outcome.result, "activity", technology="gas") == pytest.approx(1.0 - 0.8 * 0.73)
