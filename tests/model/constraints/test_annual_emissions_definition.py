"""Annual emissions are the emissions of all technologies."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("annual_emissions_definition")

    assert found == expected


def test_capture_counts_against_release(number: Callable[..., float]) -> None:
    ratios = {("dirty", "co2", "1"): 1.0, ("clean", "co2", "1"): -0.5}
    limit = {("co2",): -35.0}
    outcome = solve_system(clean_and_dirty(emission_activity_ratio=ratios, annual_emission_limit=limit))

    assert number(outcome.result, "annual_emissions") == pytest.approx(-35.0)
    assert number(outcome.result, "technology_emissions", technology="clean") == pytest.approx(-45.0)
    assert number(outcome.result, "technology_emissions", technology="dirty") == pytest.approx(10.0)
