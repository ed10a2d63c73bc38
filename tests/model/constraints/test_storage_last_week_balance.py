"""In the last week of a season, days of a type end with what those of the next type find in the storage."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from wider_systems import NORTH, lake

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("storage_last_week_balance")

    assert found == expected


def test_the_last_weekend_ends_with_what_the_year_leaves(number: Callable[..., float]) -> None:
    """Sun shines in the first year only. The lake may hold 1, and 2.5 / 730 more than its end level before a night."""
    outcome = solve_system(
        lake(
            years=2,
            storage_level_start={(NORTH, "lake"): 0.5},
            residual_storage_capacity={(NORTH, "lake"): 1.0},
            capacity_factor={(NORTH, "sun", "night"): 0.0, (NORTH, "sun", "day", 2021): 0.0},
        )
    )

    assert number(outcome.result, "storage_level", year=2021) == pytest.approx(1.0 - 2.5 / 730.0)
