"""Group activity is the weighted sum of the annual activity of a group's technologies."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import coal_cap

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("group_activity_definition")

    assert found == expected


def test_members_count_by_their_weight(number: Callable[..., float]) -> None:
    outcome = solve_system(coal_cap(cap=100.0))

    assert number(outcome.result, "group_activity", technology="coal_use") == pytest.approx(0.6 * 10.0)
