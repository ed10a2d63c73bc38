"""Total discounted cost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty, plant_to_build

from carbonpath.model.run import solve_system


def test_terms_are_those_of_the_golden_file(
    golden_differences: Callable[[str], tuple[list[str], list[str]]],
) -> None:
    expected, found = golden_differences("total_discounted_cost")

    assert found == expected


def test_operation_is_paid_in_the_middle_of_the_year() -> None:
    assert solve_system(clean_and_dirty()).objective == pytest.approx(300.0 / 1.05**0.5, rel=1e-12)


def test_investment_is_paid_at_the_start_and_salvage_comes_at_the_end() -> None:
    assert solve_system(plant_to_build()).objective == pytest.approx(54.7511312217, rel=1e-10)


def test_without_interest_salvage_is_a_straight_line() -> None:
    assert solve_system(plant_to_build(rate=0.0)).objective == pytest.approx(100.0 - 50.0, rel=1e-12)


def test_residual_capacity_pays_its_fixed_cost() -> None:
    standing = {"residual_capacity": {("plant",): 3.0}, "fixed_cost": {("plant",): 7.0}}
    outcome = solve_system(plant_to_build(**standing))

    assert outcome.objective == pytest.approx(3 * 7 * (1.1**-0.5 + 1.1**-1.5), rel=1e-12)
