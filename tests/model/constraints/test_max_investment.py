"""The investment of a year stays within its budget."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from levelled_systems import battery_to_build
from systems import plant_to_build

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("max_investment")

    assert found == expected


def test_the_budget_bounds_what_is_built(number: Callable[..., float]) -> None:
    outcome = solve_system(plant_to_build(max_investment={(2020,): 40.0, (2021,): 25.0}))

    assert number(outcome.result, "new_capacity", year=2020) == pytest.approx(0.4)
    assert number(outcome.result, "capital_investment", year=2021) == pytest.approx(25.0)
    assert number(outcome.duals, "investment_price", year=2020) > 0.0


def test_storage_is_part_of_the_budget(number: Callable[..., float]) -> None:
    """Half of what power and cells cost carries half of the surplus."""
    outcome = solve_system(battery_to_build(max_investment={(2021,): 2.0}))

    assert number(outcome.result, "storage_investment", technology="cells") == pytest.approx(1.0)
    assert number(outcome.result, "timeslice_production", technology="battery") == pytest.approx(0.4)
