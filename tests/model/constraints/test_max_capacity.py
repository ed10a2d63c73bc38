"""Total capacity stays below its limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import plant_to_build

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("max_capacity")

    assert found == expected


def test_what_the_limit_leaves_is_bought_and_the_limit_has_a_price(number: Callable[..., float]) -> None:
    outcome = solve_system(plant_to_build(max_capacity={("plant",): 0.25}))

    assert number(outcome.result, "total_capacity", year=2021) == pytest.approx(0.25)
    assert number(outcome.result, "activity", technology="buy") == pytest.approx(2 * 0.75)
    # one more Mt/y in both years saves 1000 each year and costs the plant: money of the middle of the year
    saved = sum(
        number(outcome.duals, "capacity_price", year=year) * 1.1 ** -(year - 2020 + 0.5) for year in (2020, 2021)
    )
    assert saved == pytest.approx(1000 * (1.1**-0.5 + 1.1**-1.5) - 54.7511312217)
