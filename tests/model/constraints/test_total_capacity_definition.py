"""Total capacity is residual capacity and the new capacity still alive."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import plant_to_build

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("total_capacity_definition")

    assert found == expected


def test_capacity_dies_at_the_end_of_its_life(number: Callable[..., float]) -> None:
    outcome = solve_system(plant_to_build(life=2.0, years=(2020, 2021, 2022)))

    built = {year: number(outcome.result, "new_capacity", year=year) for year in (2020, 2021, 2022)}
    assert built == pytest.approx({2020: 1.0, 2021: 0.0, 2022: 1.0})


def test_residual_capacity_counts(number: Callable[..., float]) -> None:
    outcome = solve_system(plant_to_build(residual_capacity={("plant", 2020): 0.4}))

    assert number(outcome.result, "new_capacity", year=2020) == pytest.approx(0.6)
    assert number(outcome.result, "new_capacity", year=2021) == pytest.approx(0.4)
