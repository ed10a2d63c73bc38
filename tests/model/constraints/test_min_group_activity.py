"""The weighted activity of a group stays above its limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("min_group_activity")

    assert found == expected


def test_a_quota_costs_the_step_between_the_two(number: Callable[..., float]) -> None:
    outcome = solve_system(clean_and_dirty(min_group_activity={("clean_good",): 40.0}))

    assert number(outcome.result, "group_activity", technology="clean_good") == pytest.approx(40.0)
    assert number(outcome.duals, "group_limit_price", technology="clean_good") == pytest.approx(-5.0)
