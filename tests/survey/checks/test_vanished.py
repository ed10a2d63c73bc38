"""What is there one year and gone the next."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from carbonpath.survey.checks.context import CheckContext
from carbonpath.survey.checks.vanished import check_vanished

Activity = Callable[..., pd.DataFrame]
OLD = (
    ("kiln", "combusted", "coke", 5.0, "t"),
    ("kiln", "input", "limestone", 7.0, "t"),
    ("mill", "input", "clinker", 9.0, "t"),
)


def years(activity: Activity, *new: tuple[str, str, str, float, str]) -> pd.DataFrame:
    old = activity(*OLD, source="F01-2020.xlsx!表!D4")
    return pd.concat([old, activity(*new, year=2021, source="F01-2021.xlsx!表!D4")])


def test_what_stays_is_not_told(activity: Activity) -> None:
    rows = years(activity, *((f, a, i, 2 * v, "kg") for f, a, i, v, _ in OLD))
    assert check_vanished(rows, CheckContext()) == []


def test_a_facility_that_is_gone_is_told_once_with_its_old_cell(activity: Activity) -> None:
    (problem,) = check_vanished(years(activity, OLD[2]), CheckContext())
    assert (problem.code, problem.file, problem.place, problem.value) == (
        "CP-1027",
        "F01-2021.xlsx",
        "F01 2021",
        "kiln",
    )
    assert (problem.details["count"], problem.details["cell"]) == ("2", "F01-2020.xlsx!表!D4")
    assert "kiln 燃烧 焦炭 5 t" in problem.told("zh")["message"]


def test_a_fall_to_zero_is_told(activity: Activity) -> None:
    rows = years(activity, OLD[0], OLD[1], ("mill", "input", "clinker", 0.0, "t"))
    assert [p.value for p in check_vanished(rows, CheckContext())] == ["mill"]


def test_a_measurement_given_up_is_told(activity: Activity) -> None:
    old = activity(("", "net_calorific_value", "coke", 28.0, "GJ/t"), OLD[0])
    rows = pd.concat([old, activity(OLD[0], year=2021)])
    assert [p.details["row_en"] for p in check_vanished(rows, CheckContext())] == ["net calorific value coke"]


def test_items_unknown_to_the_lists_keep_their_name(activity: Activity) -> None:
    rows = pd.concat([activity(("k", "input", "moon_dust", 1.0, "t"), OLD[0]), activity(OLD[0], year=2021)])
    assert [p.details["row_en"] for p in check_vanished(rows, CheckContext())] == ["k input moon_dust"]
