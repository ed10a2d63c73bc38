"""The weighted sum of a user-defined constraint stays below its limit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from systems import plant_to_build

from carbonpath.model.build import build_model
from carbonpath.model.constraints.max_user_constraint import index
from carbonpath.model.run import solve_system
from carbonpath.system.system import System

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("max_user_constraint")

    assert found == expected


def test_a_weighted_sum_stays_below_its_limit(number: Callable[..., float]) -> None:
    """The plant's capacity weighs 2, buying -1: 2 K - B <= 0 with K + B = 1 in each year leaves K = 1 / 3."""
    outcome = solve_system(
        bound(
            user_constraint_capacity={("plant", "bound"): 2.0},
            user_constraint_activity={("buy", "bound"): -1.0},
            max_user_constraint={("bound",): 0.0},
        )
    )

    assert number(outcome.result, "new_capacity") == pytest.approx(1.0 / 3.0)


def test_building_alone_may_be_weighed(number: Callable[..., float]) -> None:
    outcome = solve_system(
        bound(user_constraint_new_capacity={("plant", "bound"): 4.0}, max_user_constraint={("bound",): 1.0})
    )

    assert number(outcome.result, "new_capacity", year=2020) == pytest.approx(0.25)


def test_a_sum_of_nothing_has_no_row() -> None:
    assert index(build_model(bound(max_user_constraint={("bound",): 1.0}))) == ()


def bound(**parameters: dict[tuple[object, ...], float]) -> System:
    return replace(plant_to_build(**parameters), user_constraints=("bound",))
