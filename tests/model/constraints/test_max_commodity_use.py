"""What all technologies use of a commodity in a year stays below its limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import make_system, parameter

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("max_commodity_use")

    assert found == expected


SYSTEM = make_system(
    ["mine", "thrifty", "greedy"],
    {"ore": "equal", "good": "equal"},
    {
        "output_activity_ratio": {
            ("mine", "ore", "1"): 1.0,
            ("thrifty", "good", "1"): 1.0,
            ("greedy", "good", "1"): 1.0,
        },
        "input_activity_ratio": {("thrifty", "ore", "1"): 1.0, ("greedy", "ore", "1"): 2.0},
        "variable_cost": {("thrifty", "1"): 30.0, ("greedy", "1"): 10.0},
        "demand": {("good",): 10.0},
        "max_commodity_use": {("ore",): 14.0},
    },
)
"""10 Mt of a good, each from 2 t of ore at 10 CNY or from 1 t at 30: 14 Mt of ore leave 4 Mt greedy and 6 thrifty, and
one more tonne of ore makes half a tonne greedy instead of thrifty, saving 20 / (2 - 1) CNY."""


def test_the_scarce_commodity_goes_where_it_saves_most(number: Callable[..., float]) -> None:
    outcome = solve_system(SYSTEM)

    assert number(outcome.result, "activity", technology="greedy") == pytest.approx(4.0)
    assert number(outcome.result, "use", commodity="ore") == pytest.approx(14.0)
    assert number(outcome.duals, "commodity_limit_price", commodity="ore") == pytest.approx(20.0)


def test_a_limit_on_what_nobody_uses_has_no_row() -> None:
    limit = parameter("max_commodity_use", {("good",): 1.0}, SYSTEM.years)

    assert solve_system(SYSTEM.with_parameters({"max_commodity_use": limit})).status == "optimal"
