"""Capacity is built in whole units."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import plant_to_build

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("whole_units")

    assert found == expected


def test_the_last_unit_stands_partly_idle(number: Callable[..., float]) -> None:
    outcome = solve_system(plant_to_build(demand={("good",): 5.0}, capacity_of_unit={("plant",): 2.0}))

    assert number(outcome.result, "new_capacity", year=2020) == pytest.approx(6.0)
    assert number(outcome.result, "new_units", year=2020) == pytest.approx(3.0)


def test_a_unit_that_does_not_pay_is_not_built(number: Callable[..., float]) -> None:
    outcome = solve_system(plant_to_build(capacity_of_unit={("plant",): 500.0}))

    assert number(outcome.result, "new_units") == 0.0
    assert number(outcome.result, "activity", technology="buy") == pytest.approx(2.0)
