"""What was reported last year does not vanish without a word."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.survey.checks.context import CheckContext, firm_finding, row_names, shown_number

_KEYS = ["facility", "activity", "item", "counterparty"]


def check_vanished(activity: pd.DataFrame, context: CheckContext) -> list[Problem]:
    """Return rows of a year that the firm's next report lacks or sets to zero (CP-1027), a facility at a time."""
    problems = []
    for _, rows in activity.groupby("firm"):
        for before, year in pairwise(sorted(rows["year"].unique())):
            old, new = rows[(rows["year"] == before) & (rows["value"] > 0)], rows[rows["year"] == year]
            kept = set(new.loc[new["value"] > 0, _KEYS].itertuples(index=False, name=None))
            gone = old[[key not in kept for key in old[_KEYS].itertuples(index=False, name=None)]]
            for facility, lost in gone.groupby("facility"):
                problems.append(_problem(str(facility), lost, new, int(before)))
    return problems


def _problem(facility: str, lost: pd.DataFrame, new: pd.DataFrame, before: int) -> Problem:
    first = lost.iloc[0]
    details = {
        "before": str(before),
        "count": str(len(lost)),
        "unit": str(first["unit"]),
        "number": shown_number(float(first["value"])),
        "cell": str(first["source"]),
    }
    return firm_finding("CP-1027", new, facility, details | row_names(first))
