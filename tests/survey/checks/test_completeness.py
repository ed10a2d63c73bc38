"""Years and rows that are missing."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from carbonpath.survey.checks.completeness import check_completeness
from carbonpath.survey.checks.context import CheckContext
from carbonpath.survey.sectors import sector_template

Activity = Callable[..., pd.DataFrame]


def test_a_firm_without_a_year_is_named(activity: Activity) -> None:
    both = pd.concat([activity(("k", "output", "cement", 1.0, "t"), year=year) for year in (2020, 2021)])
    other = activity(("k", "output", "cement", 1.0, "t"), firm="F02")
    (problem,) = check_completeness(pd.concat([both, other]), CheckContext())
    assert (problem.code, problem.place, problem.value, problem.severity) == ("CP-290", "F02", "2021", "warning")


def test_rows_that_a_sector_needs_are_asked_for(activity: Activity) -> None:
    rows = activity(("any_name", "combusted", "bituminous", 1.0, "t"), ("k", "output", "clinker", 1.0, "t"))
    problems = check_completeness(rows, CheckContext({"F01": "cement"}))
    assert [(p.code, p.file, p.value) for p in problems] == [
        ("CP-291", "F01-2020.xlsx", "output cement"),
        ("CP-291", "F01-2020.xlsx", "purchased electricity"),
    ]
    assert "产出 水泥" in problems[0].told("zh")["message"]


def test_a_complete_firm_has_no_findings(activity: Activity) -> None:
    needed = [row for row in sector_template("steel").rows if row.needed]
    rows = activity(*[(row.facility, row.activity, row.item, 1.0, row.unit) for row in needed])
    assert check_completeness(rows, CheckContext({"F01": "steel"}, years=(2020,))) == []


def test_a_firm_of_no_known_template_is_asked_for_nothing(activity: Activity) -> None:
    assert check_completeness(activity(("k", "output", "cement", 1.0, "t")), CheckContext({"F01": "brickworks"})) == []
