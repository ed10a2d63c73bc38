"""A storage starts a season with what the season before left in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from wider_systems import NORTH, lake

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("storage_season_balance")

    assert found == expected


SEASONS = {
    "timeslice_season": {("day", "1"): 1.0, ("night", "2"): 1.0},
    "days_in_day_type": {("1", "1"): 7.0, ("2", "1"): 7.0},
}


def test_a_season_lives_on_what_the_season_before_left(number: Callable[..., float]) -> None:
    outcome = solve_system(lake(**SEASONS))

    assert number(outcome.result, "activity", technology="sun") == pytest.approx(1.25)


def test_what_may_be_carried_over_is_what_the_storage_holds(number: Callable[..., float]) -> None:
    outcome = solve_system(lake(**SEASONS, residual_storage_capacity={(NORTH, "lake"): 0.5}))

    assert number(outcome.result, "activity", technology="sun") == pytest.approx(0.5)
    assert number(outcome.result, "activity", technology="gas") == pytest.approx(1.0 - 0.8 * 0.5)


def test_a_season_cannot_live_on_what_comes_later(number: Callable[..., float]) -> None:
    backwards = {**SEASONS, "timeslice_season": {("day", "2"): 1.0, ("night", "1"): 1.0}}

    outcome = solve_system(lake(**backwards))

    assert number(outcome.result, "activity", technology="gas") == pytest.approx(1.0)
