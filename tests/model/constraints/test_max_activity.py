"""Annual activity stays below its limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("max_activity")

    assert found == expected


def test_the_rest_is_made_otherwise(number: Callable[..., float]) -> None:
    outcome = solve_system(clean_and_dirty(max_activity={("dirty",): 30.0}))

    assert number(outcome.result, "activity", technology="dirty") == pytest.approx(30.0)
    assert number(outcome.result, "activity", technology="clean") == pytest.approx(70.0)


def test_a_limit_of_zero_is_a_ban(number: Callable[..., float]) -> None:
    outcome = solve_system(clean_and_dirty(max_activity={("dirty",): 0.0}))

    assert number(outcome.result, "activity", technology="dirty") == 0.0
