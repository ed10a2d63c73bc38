"""No more stands closed before its time than stands at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import old_plant

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("retirement_of_residual")

    assert found == expected


def test_no_more_closes_than_stands(number: Callable[..., float]) -> None:
    result = solve_system(old_plant(max_retired_capacity={("plant",): 50.0})).result

    assert number(result, "retired_capacity", year=2020) == pytest.approx(3.0)
    assert number(result, "total_capacity", technology="plant", year=2020) == pytest.approx(7.0)


def test_without_a_limit_of_closing_nothing_closes(number: Callable[..., float]) -> None:
    result = solve_system(old_plant()).result

    assert number(result, "retired_capacity") == 0.0
    assert number(result, "fixed_operating_cost", year=2020) == pytest.approx(40.0)
