"""No amount is negative, and no heating value is zero."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.survey.checks.context import CheckContext, finding, shown_number
from carbonpath.survey.codes import activity_rules


def check_sign(activity: pd.DataFrame, context: CheckContext) -> list[Problem]:
    """Return negative values, and zeros where an activity asks for more than zero (CP-292, errors)."""
    positive = [name for name, rule in activity_rules().items() if rule.positive]
    wrong = (activity["value"] < 0) | ((activity["value"] == 0) & activity["activity"].isin(positive))
    rows = activity[wrong]
    return [
        finding("CP-292", source, shown_number(value), severity="error")
        for source, value in zip(rows["source"], rows["value"], strict=True)
    ]
