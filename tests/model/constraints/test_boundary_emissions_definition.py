"""Emissions within a boundary are the weighted emissions that it counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("boundary_emissions_definition")

    assert found == expected


def test_a_boundary_counts_what_it_weighs(number: Callable[..., float]) -> None:
    weights = {("plain", "co2"): 1.0, ("double", "co2"): 2.0}

    outcome = solve_system(clean_and_dirty(boundary_weight=weights))

    assert number(outcome.result, "boundary_emissions", emission="plain") == pytest.approx(100.0)
    assert number(outcome.result, "boundary_emissions", emission="double") == pytest.approx(200.0)
