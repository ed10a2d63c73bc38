"""The weighted activity of a group is at most a share of another group's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("max_group_share")

    assert found == expected


def test_the_share_holds(number: Callable[..., float]) -> None:
    outcome = solve_system(clean_and_dirty(max_group_share={("dirty_good", "all_good"): 0.3}))

    assert number(outcome.result, "activity", technology="dirty") == pytest.approx(30.0)


def test_a_share_of_another_group_links_an_add_on_to_its_host(number: Callable[..., float]) -> None:
    outcome = solve_system(clean_and_dirty(max_group_share={("dirty_good", "clean_good"): 0.25}))

    assert number(outcome.result, "activity", technology="dirty") == pytest.approx(20.0)
    assert number(outcome.result, "activity", technology="clean") == pytest.approx(80.0)
