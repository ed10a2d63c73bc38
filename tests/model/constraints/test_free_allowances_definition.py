"""Free allowances are the allowances per unit of activity times annual activity."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("free_allowances_definition")

    assert found == expected


def test_only_what_is_beyond_the_allowances_is_paid(number: Callable[..., float]) -> None:
    outcome = solve_system(clean_and_dirty(emission_price={("co2",): 4.0}, free_allocation={("dirty", "co2"): 0.75}))

    assert number(outcome.result, "emission_cost", technology="dirty") == pytest.approx(4.0 * (100.0 - 75.0))


def test_a_clean_maker_with_allowances_sells_them(number: Callable[..., float]) -> None:
    given = {("dirty", "co2"): 0.75, ("clean", "co2"): 0.75}
    outcome = solve_system(clean_and_dirty(emission_price={("co2",): 6.0}, free_allocation=given))

    assert number(outcome.result, "emission_cost", technology="clean") == pytest.approx(-6.0 * 75.0)
