"""Emissions within a boundary are at most a multiple of those in another year."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.core.errors import VerificationError
from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("max_emission_ratio")

    assert found == expected


GROWING = {("good", 2020): 100.0, ("good", 2021): 120.0, ("good", 2022): 110.0}
SCOPE_1 = {("scope1", "co2"): 1.0}


def test_emissions_never_rise_after_a_year(number: Callable[..., float]) -> None:
    ratios = {("scope1", 2021, 2020): 1.0, ("scope1", 2022, 2021): 1.0}
    system = clean_and_dirty((2020, 2021, 2022), demand=GROWING, boundary_weight=SCOPE_1, max_emission_ratio=ratios)

    result = solve_system(system).result

    assert [number(result, "boundary_emissions", year=y) for y in (2020, 2021, 2022)] == pytest.approx([100.0] * 3)


def test_emissions_fall_by_a_rate(number: Callable[..., float]) -> None:
    ratios = {("scope1", 2021, 2020): 0.9, ("scope1", 2022, 2021): 0.9}
    system = clean_and_dirty((2020, 2021, 2022), demand=GROWING, boundary_weight=SCOPE_1, max_emission_ratio=ratios)

    result = solve_system(system).result

    told = [number(result, "boundary_emissions", year=y) for y in (2020, 2021, 2022)]
    assert told == pytest.approx([100.0, 90.0, 81.0])


def test_a_year_outside_the_horizon_is_refused() -> None:
    system = clean_and_dirty(boundary_weight=SCOPE_1, max_emission_ratio={("scope1", 2020, 2015): 1.0})

    with pytest.raises(VerificationError) as raised:
        solve_system(system)

    assert [(problem.code, problem.value) for problem in raised.value.problems] == [("CP-740", "2015")]
