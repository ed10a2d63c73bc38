"""A firm under two codes, and a year copied from the last."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from carbonpath.survey.checks.context import CheckContext
from carbonpath.survey.checks.duplicates import check_duplicates

Activity = Callable[..., pd.DataFrame]
ITEMS = ("coke", "diesel", "bituminous", "lignite", "anthracite", "gasoline")


def report(activity: Activity, firm: str, year: int = 2020, scale: float = 1.0) -> pd.DataFrame:
    rows = [("k", "combusted", item, (n + 1.37) * scale, "t") for n, item in enumerate(ITEMS)]
    return activity(*rows, firm=firm, year=year, source=f"{firm}-{year}.xlsx!表!D4")


def test_the_same_numbers_under_two_codes(activity: Activity) -> None:
    rows = pd.concat([report(activity, "F01"), report(activity, "F02"), report(activity, "F03", scale=1.1)])
    (problem,) = check_duplicates(rows, CheckContext())
    assert (problem.code, problem.file, problem.place) == ("CP-1024", "F02-2020.xlsx", "F02 2020")
    assert (problem.details["other"], problem.details["share"], problem.severity) == ("F01", "100.0%", "error")


def test_a_few_numbers_in_common_are_chance(activity: Activity) -> None:
    rows = pd.concat([report(activity, "F01"), report(activity, "F02").iloc[:4]])
    assert check_duplicates(rows, CheckContext()) == []


def test_the_same_credit_code_under_two_codes(activity: Activity) -> None:
    rows = pd.concat([report(activity, "F01"), report(activity, "F02", scale=2.0), report(activity, "F03", scale=3.0)])
    context = CheckContext(credit_codes={"F02": "91420100MA4KABCD1X", "F01": "91420100MA4KABCD1X", "F03": ""})
    (problem,) = check_duplicates(rows, context)
    assert (problem.code, problem.place, problem.details["other"]) == ("CP-1025", "F02 2020", "F01")


def test_firms_without_a_credit_code_are_not_one_firm(activity: Activity) -> None:
    rows = pd.concat([report(activity, "F01"), report(activity, "F02", scale=2.0)])
    assert check_duplicates(rows, CheckContext(credit_codes={"F01": "", "F02": ""})) == []


def test_a_year_copied_from_the_last(activity: Activity) -> None:
    rows = pd.concat([report(activity, "F01"), report(activity, "F01", 2021)])
    (problem,) = check_duplicates(rows, CheckContext())
    assert (problem.code, problem.place, problem.details["before"]) == ("CP-1029", "F01 2021", "2020")


def test_a_year_of_its_own_is_none(activity: Activity) -> None:
    rows = pd.concat([report(activity, "F01"), report(activity, "F01", 2021, 1.01)])
    assert check_duplicates(rows, CheckContext()) == []
