"""What is built in a year is at most a share of what stood the year before, and a seed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import plant_to_build

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("build_rate")

    assert found == expected


def test_what_is_built_grows_from_the_seed(number: Callable[..., float]) -> None:
    years = (2020, 2021, 2022, 2023)
    system = plant_to_build(
        30.0,
        years,
        demand={("good",): 100.0},
        max_new_capacity={("plant", 2020): 1.0},
        build_rate={("plant",): 0.5},
        build_seed={("plant",): 2.0},
    )

    result = solve_system(system).result

    standing = [number(result, "total_capacity", technology="plant", year=year) for year in years]
    assert standing == pytest.approx([1.0, 3.5, 7.25, 12.875])
