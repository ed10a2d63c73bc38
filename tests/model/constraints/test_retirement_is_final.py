"""What is closed before its time does not open again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import old_plant

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("retirement_is_final")

    assert found == expected


def test_what_is_needed_again_stays_open(number: Callable[..., float]) -> None:
    demand = {("good", 2020): 7.0, ("good", 2021): 9.0, ("good", 2022): 4.0}
    result = solve_system(old_plant(demand=demand, max_retired_capacity={("plant",): 50.0})).result

    closed = [number(result, "retired_capacity", year=year) for year in (2020, 2021, 2022)]
    assert closed == pytest.approx([1.0, 1.0, 6.0])


def test_closed_capacity_falls_by_what_would_have_retired_anyway(number: Callable[..., float]) -> None:
    standing = {("plant", 2020): 10.0, ("plant", 2021): 10.0, ("plant", 2022): 6.0}
    demand = {("good", 2020): 7.0, ("good", 2021): 7.0, ("good", 2022): 6.0}
    system = old_plant(demand=demand, residual_capacity=standing, max_retired_capacity={("plant",): 50.0})

    result = solve_system(system).result

    assert [number(result, "retired_capacity", year=y) for y in (2020, 2021, 2022)] == pytest.approx([3.0, 3.0, 0.0])
