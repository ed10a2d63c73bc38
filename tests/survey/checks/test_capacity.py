"""More made than can be made."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.survey.checks.capacity import check_capacity
from carbonpath.survey.checks.context import CheckContext

Activity = Callable[..., pd.DataFrame]


def register(item: str, capacity: float, unit: str, **more: object) -> CheckContext:
    return CheckContext(
        capacities=pd.DataFrame([{"firm": "F01", "item": item, "capacity": capacity, "unit": unit, **more}])
    )


@pytest.mark.parametrize(
    ("made", "severities"),
    [(1.45e6, []), (1.6e6, []), (1.7e6, ["warning"]), (1.45e10, ["error"])],
    ids=["below", "a little above", "above", "a slip of unit"],
)
def test_steel_against_its_capacity(activity: Activity, made: float, severities: list[str]) -> None:
    rows = activity(
        ("bof_1", "output", "crude_steel", made / 2, "t"), ("bof_2", "output", "crude_steel", made / 2, "t")
    )
    problems = check_capacity(rows, register("crude_steel", 1.5, "Mt/y"))
    assert [(p.code, p.severity) for p in problems] == [("CP-296", severity) for severity in severities]


def test_power_is_compared_with_megawatts(activity: Activity) -> None:
    rows = activity(("unit_1", "output", "electricity", 3.3e6, "MWh"))
    assert check_capacity(rows, register("electricity", 330.0, "MW", facility="unit_1"))[0].code == "CP-296"
    assert check_capacity(rows, register("electricity", 400.0, "MW", facility="unit_1")) == []
    assert check_capacity(rows, register("electricity", 1.0, "MW", facility="unit_2")) == []
    assert check_capacity(rows, register("electricity", 1.0, "MW", year=2021)) == []


def test_units_that_cannot_be_compared_are_told(activity: Activity) -> None:
    rows = activity(("k", "output", "hydrogen", 5.0, "GJ"))
    assert [p.code for p in check_capacity(rows, register("hydrogen", 1.0, "Mt/y"))] == ["CP-299"]


def test_without_a_register_nothing_is_said(activity: Activity) -> None:
    assert check_capacity(activity(("k", "output", "coke", 5.0, "t")), CheckContext()) == []
