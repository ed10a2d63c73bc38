"""No facility makes more than it can."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem, Severity
from carbonpath.core.units import convert
from carbonpath.survey.checks.context import CheckContext, finding, shown_number, threshold


def check_capacity(activity: pd.DataFrame, context: CheckContext) -> list[Problem]:
    """Return production above capacity (CP-296); an order of magnitude above is an error."""
    if context.capacities is None:
        return []
    made = activity[activity["activity"] == "output"]
    problems = []
    for entry in context.capacities.to_dict("records"):
        rows = made[(made["firm"] == entry["firm"]) & (made["item"] == entry["item"])]
        for key in ("facility", "year"):
            if entry.get(key):
                rows = rows[rows[key] == entry[key]]
        for _, yearly in rows.groupby("year"):
            problems += _judge(yearly, float(entry["capacity"]), str(entry["unit"]))
    return problems


def _judge(rows: pd.DataFrame, capacity: float, unit: str) -> list[Problem]:
    try:
        made = sum(convert(float(v), f"{u}/y", unit) for v, u in zip(rows["value"], rows["unit"], strict=True))
    except DataError as mixed:
        return [finding("CP-299", str(rows["source"].iloc[0]), p.value, {"unit": unit}) for p in mixed.problems]
    if made <= capacity * (1 + threshold("capacity")):
        return []
    details = {"capacity": shown_number(capacity), "unit": unit}
    severity: Severity = "error" if made > capacity * threshold("slip") else "warning"
    return [finding("CP-296", str(rows["source"].iloc[0]), f"{shown_number(made)} {unit}", details, severity)]
