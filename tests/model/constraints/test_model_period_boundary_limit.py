"""Emissions within a boundary, added up over all years, stay below their limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("model_period_boundary_limit")

    assert found == expected


def test_the_later_year_gives_way_because_its_money_is_worth_less(number: Callable[..., float]) -> None:
    system = clean_and_dirty(
        years=(2020, 2021),
        boundary_weight={("scope1", "co2"): 1.0},
        model_period_boundary_limit={("scope1",): 130.0},
    )

    outcome = solve_system(system)

    assert number(outcome.result, "activity", technology="dirty", year=2020) == pytest.approx(100.0)
    assert number(outcome.result, "activity", technology="dirty", year=2021) == pytest.approx(30.0)
    assert number(outcome.duals, "model_period_boundary_price") == pytest.approx(5.0 / 1.05**1.5)
