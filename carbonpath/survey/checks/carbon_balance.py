"""Carbon does not come from nothing: neither in a facility nor in a firm."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.problems import Problem, Severity
from carbonpath.survey.checks.context import (
    CheckContext,
    by_host,
    finding,
    firm_finding,
    share,
    shown_number,
    sides,
    threshold,
)
from carbonpath.survey.checks.gas_balance import POOL

BALANCED = ("1A1c", "2B10", "2C1")
"""Categories whose emissions are what their carbon balance leaves."""


def check_carbon_balance(activity: pd.DataFrame, context: CheckContext) -> list[Problem]:
    """Return facilities that more carbon leaves than enters (CP-1019) and firms whose carbon does not close (CP-1020).

    A facility: products against fuels, inputs and feedstock; an error where the balance is the method of accounting.
    A firm: what it buys less what it sells against what it uses less what it makes; the rest is a change of stocks, so
    a few percent are usual, and a quarter is an error. What is neither bought nor made (coke on a catalyst, raw meal of
    an own quarry) is left aside.
    """
    if context.content is None:
        return []
    return _facilities(context.content, context) + _firms(context.content)


def _facilities(content: pd.DataFrame, context: CheckContext) -> list[Problem]:
    rows = by_host(content[content["co2_content"] > 0], context)
    problems = []
    for _, group in rows.groupby(["firm", "facility", "year"]):
        out = group[group["activity"] == "output"]
        enters = float(group.loc[group["activity"] != "output", "co2_content"].sum())
        leaves = float(out["co2_content"].sum())
        if 0 < enters < leaves / (1 + threshold("carbon_rounding")):
            details = {"enters": shown_number(enters), "leaves": shown_number(leaves)}
            severity: Severity = "error" if set(out["category"]) & set(BALANCED) else "warning"
            cell = out.sort_values("co2_content").iloc[-1]
            problems.append(finding("CP-1019", str(cell["source"]), shown_number(leaves), details, severity))
    return problems


def _firms(content: pd.DataFrame) -> list[Problem]:
    table = sides(content, "co2_content")
    pooled = table.index.get_level_values("item").isin(POOL)
    table = table[pooled | (table["bought"] + table["made"] > 0)]
    problems = []
    for (firm, year), items in table.groupby(["firm", "year"]):
        total = items.sum()
        gap = total["bought"] - total["sold"] - (total["used"] - total["made"])
        if total["bought"] <= 0 or abs(gap) <= threshold("balance") * total["bought"]:
            continue
        rows = content[(content["firm"] == firm) & (content["year"] == year)]
        details = {name: shown_number(float(total[name])) for name in total.index} | {
            "share": share(abs(gap) / total["bought"])
        }
        severity: Severity = "error" if abs(gap) > threshold("balance_error") * total["bought"] else "warning"
        problems.append(firm_finding("CP-1020", rows, f"{shown_number(float(gap))} tCO2", details, severity))
    return problems
