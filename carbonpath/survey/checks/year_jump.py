"""From one year to the next nothing grows or falls beyond what happens in a works."""

from __future__ import annotations

import math
from itertools import pairwise

import pandas as pd

from carbonpath.core.problems import Problem, Severity
from carbonpath.survey.checks.context import CheckContext, finding, in_unit, shown_number, threshold
from carbonpath.survey.codes import activity_rules

_KEYS = ["firm", "facility", "category", "activity", "item", "counterparty"]


def check_year_jump(activity: pd.DataFrame, context: CheckContext) -> list[Problem]:
    """Return values many times those of the year before, or many times less (CP-294); a slip of unit is an error.

    A change of the kind of unit, which leaves nothing to compare, is told as well (CP-1028).
    """
    problems = []
    for _, rows in activity[activity["value"] > 0].groupby(_KEYS):
        if len(rows) > 1:
            problems += _jumps(rows.sort_values("year"))
    return problems


def _jumps(rows: pd.DataFrame) -> list[Problem]:
    unit, activity = str(rows["unit"].iloc[0]), str(rows["activity"].iloc[0])
    limit = threshold("jump_property" if activity_rules()[activity].sheet == "measured" else "jump_quantity")
    problems = []
    yearly = zip(rows["year"], in_unit(rows, unit), rows["source"], rows["unit"], strict=True)
    for (before, old, *_), (_, new, source, own) in pairwise(yearly):
        ratio = new / old
        if math.isnan(ratio):
            problems.append(finding("CP-1028", source, own, {"unit": unit}))
        elif max(ratio, 1 / ratio) > limit:
            details = {"ratio": shown_number(ratio), "before": str(before), "limit": f"{limit:g}"}
            severity: Severity = "error" if max(ratio, 1 / ratio) > threshold("jump_slip") else "warning"
            problems.append(finding("CP-294", source, f"{shown_number(new)} {unit}", details, severity))
    return problems
