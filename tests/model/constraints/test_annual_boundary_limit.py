"""Annual emissions within a boundary stay below their limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("annual_boundary_limit")

    assert found == expected


def test_one_more_tonne_saves_the_step_between_the_two_costs(number: Callable[..., float]) -> None:
    system = clean_and_dirty(boundary_weight={("scope1", "co2"): 1.0}, annual_boundary_limit={("scope1",): 20.0})

    outcome = solve_system(system)

    assert number(outcome.result, "activity", technology="dirty") == pytest.approx(20.0)
    assert number(outcome.duals, "boundary_shadow_price", emission="scope1") == pytest.approx(8.0 - 3.0)
