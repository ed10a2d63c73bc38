"""Activity over all years stays above its limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import plant_to_build

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("min_model_period_activity")

    assert found == expected


def test_what_must_be_done_is_done_as_late_as_possible(number: Callable[..., float]) -> None:
    system = plant_to_build(min_model_period_activity={("buy",): 1.5})

    outcome = solve_system(system)

    assert number(outcome.result, "activity", technology="buy", year=2021) == pytest.approx(1.0)
    assert number(outcome.result, "activity", technology="buy", year=2020) == pytest.approx(0.5)
