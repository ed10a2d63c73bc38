"""What goes in and comes out per unit of product is what such a process uses."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.survey.checks.context import (
    CheckContext,
    both_names,
    finding,
    in_unit,
    range_rows,
    shown_number,
    threshold,
)


def check_specific_use(activity: pd.DataFrame, context: CheckContext) -> list[Problem]:
    """Return amounts per unit of product outside their range (CP-298); an order of magnitude outside is an error."""
    problems = []
    stated = set(zip(activity["activity"], activity["item"], strict=True))
    for entry in range_rows("specific_use.csv"):
        if not {(entry["activity"], entry["item"]), ("output", entry["out_item"])} <= stated:
            continue
        unit, per = entry["unit"].split("/")
        belongs = (activity["category"] == entry["category"]) | (entry["category"] == "")
        used = _summed(activity[belongs], entry["activity"], entry["item"], unit, entry["scope"])
        made = _summed(activity, "output", entry["out_item"], per, entry["scope"])
        both = used.add_suffix("_used").join(made.add_suffix("_made"), how="inner")
        both = both[both["value_made"] > 0]
        for ratio, source in zip(both["value_used"] / both["value_made"], both["source_used"], strict=True):
            problems += _judge(float(ratio), str(source), entry)
    return problems


def _summed(activity: pd.DataFrame, name: str, item: str, unit: str, scope: str) -> pd.DataFrame:
    """Return the amount in `unit` by firm, facility and year, with the first cell behind it."""
    rows = activity[(activity["activity"] == name) & (activity["item"] == item)]
    rows = rows.assign(value=in_unit(rows, unit)).dropna(subset="value")
    keys = ["firm", "facility", "year"] if scope == "facility" else ["firm", "year"]
    return rows.groupby(keys).agg({"value": "sum", "source": "first"})


def _judge(ratio: float, source: str, entry: dict[str, str]) -> list[Problem]:
    low, high, slip = float(entry["low"]), float(entry["high"]), threshold("slip")
    if low <= ratio <= high:
        return []
    details = {"low": entry["low"], "high": entry["high"], "unit": entry["unit"], "basis": entry["source"]}
    details |= both_names("item", entry["item"]) | both_names("made", entry["out_item"])
    slipped = ratio < low / slip or ratio > high * slip
    return [finding("CP-298", source, shown_number(ratio), details, "error" if slipped else "warning")]
