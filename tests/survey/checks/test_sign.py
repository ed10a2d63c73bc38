"""Amounts below zero."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from carbonpath.survey.checks.context import CheckContext
from carbonpath.survey.checks.sign import check_sign


def test_negative_amounts_and_zero_heat_are_errors(activity: Callable[..., pd.DataFrame]) -> None:
    rows = activity(
        ("k", "combusted", "coke", -1.0, "t"),
        ("k", "combusted", "diesel", 0.0, "t"),
        ("", "net_calorific_value", "coke", 0.0, "GJ/t"),
        ("", "carbon_content", "hydrogen", 0.0, "tC/GJ"),
    )
    problems = check_sign(rows, CheckContext())
    assert [(p.code, p.place, p.value, p.severity) for p in problems] == [
        ("CP-292", "表!D4", "-1", "error"),
        ("CP-292", "表!D6", "0", "error"),
    ]
