"""A storage is emptied no faster than it can be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from wider_systems import NORTH, lake

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("storage_discharge_limit")

    assert found == expected


def test_half_a_year_at_the_limit_is_half_of_it(number: Callable[..., float]) -> None:
    outcome = solve_system(lake(max_storage_discharge_rate={(NORTH, "lake"): 1.0}))

    assert number(outcome.result, "activity", technology="turbine", mode="2") == pytest.approx(0.5)
    assert number(outcome.result, "activity", technology="gas") == pytest.approx(1.0 - 0.8 * 0.5)
