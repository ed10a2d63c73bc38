"""Totals that do not say so."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.survey.checks.context import CheckContext
from carbonpath.survey.checks.hidden_total import check_hidden_total

Activity = Callable[..., pd.DataFrame]


@pytest.mark.parametrize(
    ("total", "unit", "places"),
    [(1011.5, "t", ["表!D6"]), (1.0115, "kt", ["表!D6"]), (1011.6, "t", []), (1011.5, "GJ", [])],
    ids=["exact", "in another unit", "near", "of another kind"],
)
def test_a_row_that_is_the_sum_of_the_others(activity: Activity, total: float, unit: str, places: list[str]) -> None:
    rows = activity(
        ("kiln", "combusted", "coke", 1000.0, "t"),
        ("oven", "combusted", "coke", 11.5, "t"),
        ("works", "combusted", "coke", total, unit),
    )
    assert [(p.code, p.place) for p in check_hidden_total(rows, CheckContext())] == [("CP-1026", p) for p in places]


def test_two_equal_rows_are_no_total(activity: Activity) -> None:
    rows = activity(("a", "combusted", "coke", 5.0, "t"), ("b", "combusted", "coke", 5.0, "t"))
    assert check_hidden_total(rows, CheckContext()) == []


def test_properties_do_not_add_up(activity: Activity) -> None:
    rows = activity(
        *((name, "net_calorific_value", "coke", v, "GJ/t") for name, v in (("a", 10.0), ("b", 12.0), ("c", 22.0)))
    )
    assert check_hidden_total(rows, CheckContext()) == []
