"""The weighted sum of a user-defined constraint has the value set for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from systems import clean_and_dirty

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("equal_user_constraint")

    assert found == expected


def test_a_weighted_sum_has_its_value(number: Callable[..., float]) -> None:
    system = clean_and_dirty(
        user_constraint_activity={("clean", "ratio"): 1.0, ("dirty", "ratio"): -0.25},
        equal_user_constraint={("ratio",): 0.0},
    )

    outcome = solve_system(replace(system, user_constraints=("ratio",)))

    assert number(outcome.result, "activity", technology="clean") == pytest.approx(20.0)
    assert number(outcome.result, "activity", technology="dirty") == pytest.approx(80.0)
