"""The weighted activity of a group stays below its limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import coal_cap

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("max_group_activity")

    assert found == expected


def test_a_coal_cap_has_the_price_of_the_way_out(number: Callable[..., float]) -> None:
    outcome = solve_system(coal_cap(cap=4.0))

    assert number(outcome.result, "activity", technology="from_coal") == pytest.approx(4.0 / 0.6)
    assert outcome.objective == pytest.approx(3000.0 / 1.05**0.5)
    assert number(outcome.duals, "group_limit_price", technology="coal_use") == pytest.approx(500.0)


def test_the_price_is_what_one_more_unit_saves() -> None:
    dearer = solve_system(coal_cap(cap=4.0)).objective
    cheaper = solve_system(coal_cap(cap=5.0)).objective

    assert (dearer - cheaper) * 1.05**0.5 == pytest.approx(500.0)
