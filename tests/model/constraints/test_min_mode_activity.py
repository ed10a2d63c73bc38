"""Annual activity in one mode stays above its limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import make_system

from carbonpath.model.run import solve_system
from carbonpath.system.system import System

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("min_mode_activity")

    assert found == expected


def two_modes(**parameters: dict[tuple[object, ...], float]) -> System:
    """Return a plant that makes 100 of a good at 3 in mode 1 and at 5 in mode 2."""
    return make_system(
        ["plant"],
        {"good": "equal"},
        {
            "output_activity_ratio": {("plant", "good", "1"): 1.0, ("plant", "good", "2"): 1.0},
            "variable_cost": {("plant", "1"): 3.0, ("plant", "2"): 5.0},
            "demand": {("good",): 100.0},
            **parameters,
        },
        modes=("1", "2"),
    )


def test_the_rest_is_made_in_the_other_mode(number: Callable[..., float]) -> None:
    outcome = solve_system(two_modes(min_mode_activity={("plant", "2"): 40.0}))

    assert number(outcome.result, "activity", mode="1") == pytest.approx(60.0)
    assert number(outcome.result, "activity", mode="2") == pytest.approx(40.0)
