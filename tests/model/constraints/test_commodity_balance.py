"""What is made of a commodity is used, demanded or, where a surplus may be let go, disposed of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty, make_system

from carbonpath.core.errors import InfeasibleError
from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("commodity_balance")

    assert found == expected


def with_by_product(balance: str) -> object:
    return make_system(
        ["furnace"],
        {"good": "equal", "gas": balance},
        {
            "output_activity_ratio": {("furnace", "good", "1"): 1.0, ("furnace", "gas", "1"): 0.3},
            "variable_cost": {("furnace", "1"): 5.0},
            "demand": {("good",): 10.0},
        },
    )


def test_a_surplus_is_disposed_of_and_told(number: Callable[..., float]) -> None:
    outcome = solve_system(with_by_product("surplus"))

    assert number(outcome.result, "disposal", commodity="gas") == pytest.approx(3.0)


def test_what_must_balance_and_has_no_user_stops_its_maker() -> None:
    with pytest.raises(InfeasibleError):
        solve_system(with_by_product("equal"))


def test_the_dual_is_the_cost_of_one_more_unit(number: Callable[..., float]) -> None:
    duals = solve_system(clean_and_dirty()).duals
    more = solve_system(clean_and_dirty(demand={("good",): 101.0})).objective
    fewer = solve_system(clean_and_dirty()).objective

    assert number(duals, "commodity_price", commodity="good") == pytest.approx(3.0)
    assert (more - fewer) * 1.05**0.5 == pytest.approx(3.0)
