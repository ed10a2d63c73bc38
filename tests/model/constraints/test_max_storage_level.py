"""A storage never holds more than its capacity."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from wider_systems import NORTH, lake

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("max_storage_level")

    assert found == expected


def test_a_day_fills_no_more_than_there_is_room(number: Callable[..., float]) -> None:
    """A day at rate F adds F / 730, which must fit into 0.001: F = 0.73 a year, 0.365 in half a year."""
    outcome = solve_system(lake(residual_storage_capacity={(NORTH, "lake"): 0.001}))

    assert number(outcome.result, "activity", technology="sun") == pytest.approx(0.365)
    assert number(outcome.result, "activity", technology="gas") == pytest.approx(1.0 - 0.8 * 0.365)


def test_room_is_built_where_it_pays(number: Callable[..., float]) -> None:
    """All of a day's 2.5 / 730 is room for 1.25 a year, worth 10 - 1.25 against 100 times the room."""
    outcome = solve_system(
        lake(
            residual_storage_capacity={},
            storage_capital_cost={(NORTH, "lake"): 100.0},
            storage_life={(NORTH, "lake"): 1.0},
        )
    )

    assert number(outcome.result, "new_storage_capacity") == pytest.approx(2.5 / 730.0)
    assert outcome.objective == pytest.approx(250.0 / 730.0 + 1.25 / 1.05**0.5)
