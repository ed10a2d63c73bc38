"""The weighted activity of a group is at least a share of another group's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("min_group_share")

    assert found == expected


def test_the_share_is_reached(number: Callable[..., float]) -> None:
    outcome = solve_system(clean_and_dirty(min_group_share={("clean_good", "all_good"): 0.8}))

    assert number(outcome.result, "activity", technology="clean") == pytest.approx(80.0)
