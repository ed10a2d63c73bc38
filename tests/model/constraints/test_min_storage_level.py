"""A storage never holds less than its lowest share of its capacity."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from wider_systems import NORTH, lake

from carbonpath.core.errors import InfeasibleError
from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("min_storage_level")

    assert found == expected


def test_what_must_stay_cannot_be_used(number: Callable[..., float]) -> None:
    outcome = solve_system(lake(storage_level_start={(NORTH, "lake"): 1.5}, min_storage_charge={(NORTH, "lake"): 0.1}))

    assert number(outcome.result, "activity", technology="sun") == pytest.approx(1.25 - 0.5)


def test_less_than_must_stay_at_the_start_is_a_contradiction() -> None:
    with pytest.raises(InfeasibleError):
        solve_system(lake(min_storage_charge={(NORTH, "lake"): 0.1}))
