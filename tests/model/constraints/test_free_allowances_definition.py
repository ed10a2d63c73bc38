"""Free allowances are those per unit of activity times annual activity, and the fixed ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.model.run import solve_system
from carbonpath.model.verify import check_result

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


def test_fixed_allowances_move_nothing_and_are_worth_their_price(number: Callable[..., float]) -> None:
    # 100 t dirty at 4 CNY per t: 30 t given whatever is made save 120 CNY and change no activity
    without = solve_system(clean_and_dirty(emission_price={("co2",): 4.0}))
    given = clean_and_dirty(emission_price={("co2",): 4.0}, fixed_allowance={("dirty", "co2"): 30.0})
    outcome = solve_system(given)

    assert number(outcome.result, "activity", technology="dirty") == pytest.approx(100.0)
    assert without.objective - outcome.objective == pytest.approx(4.0 * 30.0 / 1.05**0.5)
    assert number(outcome.result, "emission_cost", technology="dirty") == pytest.approx(4.0 * (100.0 - 30.0))
    assert check_result(outcome.result, given) == []


def test_whoever_emits_nothing_may_be_given_allowances_too(number: Callable[..., float]) -> None:
    given = clean_and_dirty(emission_price={("co2",): 4.0}, fixed_allowance={("clean", "co2"): 10.0})

    assert number(solve_system(given).result, "emission_cost", technology="clean") == pytest.approx(-4.0 * 10.0)
