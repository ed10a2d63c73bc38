"""Measured properties out of the ordinary."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.survey.checks.context import CheckContext
from carbonpath.survey.checks.property_range import check_property_range

Activity = Callable[..., pd.DataFrame]


@pytest.mark.parametrize(
    ("name", "item", "value", "unit"),
    [
        ("net_calorific_value", "bituminous", 20.9, "GJ/t"),
        ("net_calorific_value", "bituminous", 5000.0, "kcal/kg"),
        ("net_calorific_value", "natural_gas", 35.6, "MJ/Nm3"),
        ("carbon_content", "bituminous", 26.18, "tC/TJ"),
        ("oxidation_factor", "coke", 99.0, "%"),
        ("property", "cao_in_clinker", 0.65, "1"),
    ],
    ids=["coal", "coal in kilocalories", "gas", "carbon per TJ", "percent", "clinker"],
)
def test_ordinary_values_pass_in_any_unit(activity: Activity, name: str, item: str, value: float, unit: str) -> None:
    assert check_property_range(activity(("", name, item, value, unit)), CheckContext()) == []


@pytest.mark.parametrize(
    ("value", "unit", "severity"),
    [(12.0, "GJ/t", "warning"), (20900.0, "GJ/t", "error"), (20.9, "MJ/t", "error")],
    ids=["poor coal", "kilojoules called gigajoules", "a thousandth"],
)
def test_odd_values_are_asked_about_and_slips_are_errors(
    activity: Activity, value: float, unit: str, severity: str
) -> None:
    (problem,) = check_property_range(activity(("", "net_calorific_value", "bituminous", value, unit)), CheckContext())
    assert (problem.code, problem.place, problem.severity) == ("CP-293", "表!D4", severity)
    assert "GJ/t" in problem.told("zh")["expected"]


def test_a_unit_that_cannot_be_compared_is_told(activity: Activity) -> None:
    (problem,) = check_property_range(activity(("", "oxidation_factor", "coke", 0.98, "t")), CheckContext())
    assert (problem.code, problem.value, problem.severity) == ("CP-1028", "t", "warning")
