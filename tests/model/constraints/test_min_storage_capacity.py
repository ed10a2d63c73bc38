"""Total storage capacity stays above its limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from levelled_systems import battery_to_build

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("min_storage_capacity")

    assert found == expected


def test_what_is_built_keeps_to_the_limit(number: Callable[..., float]) -> None:
    limit = 2.0 / 365.0
    outcome = solve_system(battery_to_build(min_storage_capacity={("cells", 2021): limit}))

    assert number(outcome.result, "new_storage_capacity", technology="cells") == pytest.approx(limit)
