"""Annual emissions stay below their limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("annual_emission_limit")

    assert found == expected


def test_the_dual_is_the_step_between_the_costs(number: Callable[..., float]) -> None:
    outcome = solve_system(clean_and_dirty(annual_emission_limit={("co2",): 20.0}))

    assert outcome.objective == pytest.approx(700.0 / 1.05**0.5)
    assert number(outcome.result, "annual_emissions") == pytest.approx(20.0)
    assert number(outcome.duals, "emission_shadow_price") == pytest.approx(5.0)


@pytest.mark.parametrize(("price", "clean"), [(4.99, 0.0), (5.01, 100.0)], ids=["below the step", "above the step"])
def test_a_price_at_the_dual_flips_the_plan(price: float, clean: float, number: Callable[..., float]) -> None:
    outcome = solve_system(clean_and_dirty(emission_price={("co2",): price}))

    assert number(outcome.result, "activity", technology="clean") == pytest.approx(clean)
