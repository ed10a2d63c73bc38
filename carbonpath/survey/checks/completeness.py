"""Every firm reports every year, and each year has the rows that its sector cannot be without."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.survey.checks.context import CheckContext
from carbonpath.survey.codes import book
from carbonpath.survey.sectors import TEMPLATES, sector_template


def check_completeness(activity: pd.DataFrame, context: CheckContext) -> list[Problem]:
    """Return years without a report (CP-290) and needed rows that a year lacks (CP-291).

    A needed row counts as there wherever in the firm it stands: facilities are named by the firms.
    """
    years = context.years or tuple(sorted(int(year) for year in activity["year"].unique()))
    problems = []
    for firm, rows in activity.groupby("firm"):
        for year in years:
            given = rows[rows["year"] == year]
            if given.empty:
                problems.append(Problem("CP-290", place=str(firm), value=str(year), severity="warning"))
            else:
                problems += _missing(str(firm), year, given, context.templates.get(str(firm), ""))
    return problems


def _missing(firm: str, year: int, rows: pd.DataFrame, template: str) -> list[Problem]:
    if template not in TEMPLATES:
        return []
    given = set(zip(rows["activity"], rows["item"], strict=True))
    file = str(rows["source"].iloc[0]).partition("!")[0]
    missing = {(row.activity, row.item) for row in sector_template(template).rows if row.needed} - given
    return [
        Problem(
            "CP-291",
            file,
            f"{firm} {year}",
            f"{activity} {item}",
            {
                "zh": f"{book('activity').entries[activity].zh} {book('item').entries[item].zh}",
                "en": f"{book('activity').entries[activity].en} {book('item').entries[item].en}",
            },
            "warning",
        )
        for activity, item in sorted(missing)
    ]
