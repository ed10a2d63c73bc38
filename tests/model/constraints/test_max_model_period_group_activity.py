"""The weighted activity of a group, added up over all years, stays below its limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("max_model_period_group_activity")

    assert found == expected


def test_a_deposit_lasts_for_what_it_holds(number: Callable[..., float]) -> None:
    system = clean_and_dirty((2020, 2021), max_model_period_group_activity={("dirty_good",): 130.0})

    result = solve_system(system).result

    assert number(result, "activity", technology="dirty") == pytest.approx(130.0)
    assert number(result, "activity", technology="dirty", year=2020) == pytest.approx(100.0)
