"""Leaps between years."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.survey.checks.context import CheckContext
from carbonpath.survey.checks.year_jump import check_year_jump

Activity = Callable[..., pd.DataFrame]


@pytest.mark.parametrize(
    ("value", "unit", "severities"),
    [
        (1.3, "t", []),
        (0.00013, "万t", []),
        (2.5, "t", ["warning"]),
        (0.3, "t", ["warning"]),
        (1e4, "t", ["error"]),
        (1.0, "kg", ["error"]),
    ],
    ids=["ordinary", "the same in another unit", "more than twice", "a third", "a slip of 万t", "a slip of kg"],
)
def test_amounts_from_year_to_year(activity: Activity, value: float, unit: str, severities: list[str]) -> None:
    rows = pd.concat(
        [
            activity(("k", "combusted", "coke", 1.0, "t"), source="F01-2020.xlsx!表!D4"),
            activity(("k", "combusted", "coke", value, unit), year=2021, source="F01-2021.xlsx!表!D4"),
        ]
    )
    problems = check_year_jump(rows, CheckContext())
    assert [problem.severity for problem in problems] == severities
    assert all((p.code, p.file, p.place) == ("CP-294", "F01-2021.xlsx", "表!D4") for p in problems)


def test_a_property_moves_less_than_an_amount(activity: Activity) -> None:
    values = {2020: 23.0, 2021: 30.0}
    rows = [activity(("", "net_calorific_value", "coke", v, "GJ/t"), year=year) for year, v in values.items()]
    assert [p.code for p in check_year_jump(pd.concat(rows), CheckContext())] == ["CP-294"]


def test_a_start_from_nothing_is_no_leap(activity: Activity) -> None:
    rows = [activity(("k", "combusted", "coke", v, "t"), year=year) for year, v in ((2020, 0.0), (2021, 9.0))]
    assert check_year_jump(pd.concat(rows), CheckContext()) == []


def test_a_change_of_the_kind_of_unit_is_told(activity: Activity) -> None:
    rows = [activity(("k", "combusted", "coke", 9.0, unit), year=year) for year, unit in ((2020, "t"), (2021, "GJ"))]
    (problem,) = check_year_jump(pd.concat(rows), CheckContext())
    assert (problem.code, problem.value, problem.details["unit"]) == ("CP-1028", "GJ", "t")
