"""Renewable technologies make at least a share of the target commodities."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("renewable_target")

    assert found == expected


def test_the_share_is_made_by_what_counts(number: Callable[..., float]) -> None:
    outcome = solve_system(
        clean_and_dirty(
            renewable_target={(): 0.3}, renewable_technology={("clean",): 1.0}, renewable_commodity={("good",): 1.0}
        )
    )

    assert number(outcome.result, "activity", technology="clean") == pytest.approx(30.0)


def test_a_weight_of_one_half_counts_half(number: Callable[..., float]) -> None:
    outcome = solve_system(
        clean_and_dirty(
            renewable_target={(): 0.3}, renewable_technology={("clean",): 0.5}, renewable_commodity={("good",): 1.0}
        )
    )

    assert number(outcome.result, "activity", technology="clean") == pytest.approx(60.0)
