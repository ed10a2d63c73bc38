"""Annual activity stays above its limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("min_activity")

    assert found == expected


def test_a_floor_runs_what_is_dearer(number: Callable[..., float]) -> None:
    outcome = solve_system(clean_and_dirty(min_activity={("clean",): 25.0}))

    assert number(outcome.result, "activity", technology="clean") == pytest.approx(25.0)
    assert outcome.objective == pytest.approx((75 * 3 + 25 * 8) / 1.05**0.5)
