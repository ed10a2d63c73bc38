"""Measured properties lie where the guidelines' defaults and published bounds lead one to expect them."""

from __future__ import annotations

import math

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.survey.checks.context import CheckContext, finding, in_unit, range_rows, shown_number, threshold


def check_property_range(activity: pd.DataFrame, context: CheckContext) -> list[Problem]:
    """Return properties outside their range (CP-293); an order of magnitude outside is an error."""
    problems = []
    slip = threshold("slip")
    by_name = dict(iter(activity.groupby("activity")))
    for entry in range_rows("property_ranges.csv"):
        rows = by_name.get(entry["activity"], activity.iloc[:0])
        if entry["item"]:
            rows = rows[rows["item"] == entry["item"]]
        if rows.empty:
            continue
        low, high = float(entry["low"]), float(entry["high"])
        for source, unit, value in zip(rows["source"], rows["unit"], in_unit(rows, entry["unit"]), strict=True):
            if math.isnan(value):
                problems.append(finding("CP-1028", source, unit, {"unit": entry["unit"]}))
            elif value < low or value > high:
                details = {
                    "low": entry["low"],
                    "high": entry["high"],
                    "unit": entry["unit"],
                    "given": unit,
                    "basis": entry["source"],
                }
                slipped = value < low / slip or value > high * slip
                shown = f"{shown_number(value)} {entry['unit']}"
                problems.append(finding("CP-293", source, shown, details, "error" if slipped else "warning"))
    return problems
