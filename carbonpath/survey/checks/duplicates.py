"""One firm reports once: not under two codes, and not last year's numbers again."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations, pairwise

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.survey.checks.context import SIDES, CheckContext, firm_finding, share, threshold

_FEWEST = 5


def check_duplicates(activity: pd.DataFrame, context: CheckContext) -> list[Problem]:
    """Return firms with the numbers (CP-1024) or the credit code (CP-1025) of another, and repeated years (CP-1029)."""
    amounts = activity[activity["activity"].isin(SIDES) & (activity["value"] > 0)]
    return _same_numbers(amounts) + _same_codes(activity, context) + _same_years(amounts)


def _same_numbers(amounts: pd.DataFrame) -> list[Problem]:
    problems = []
    for _, yearly in amounts.groupby("year"):
        size = Counter(yearly["firm"])
        for (one, other), common in sorted(_common(yearly).items()):
            part = common / min(size[one], size[other])
            if common >= _FEWEST and part >= threshold("same_numbers"):
                details = {"other": one, "count": str(common), "share": share(part)}
                problems.append(firm_finding("CP-1024", yearly[yearly["firm"] == other], other, details, "error"))
    return problems


def _common(yearly: pd.DataFrame) -> Counter[tuple[str, str]]:
    """Return how many numbers each pair of firms has in common, each number with its activity, item and unit."""
    holders: dict[tuple[object, ...], Counter[str]] = defaultdict(Counter)
    for firm, activity, item, value, unit in zip(
        *(yearly[name] for name in ("firm", "activity", "item", "value", "unit")), strict=True
    ):
        holders[activity, item, f"{value:.9g}", unit][str(firm)] += 1
    common: Counter[tuple[str, str]] = Counter()
    for firms in holders.values():
        for one, other in combinations(sorted(firms), 2):
            common[one, other] += min(firms[one], firms[other])
    return common


def _same_codes(activity: pd.DataFrame, context: CheckContext) -> list[Problem]:
    first: dict[str, str] = {}
    problems = []
    for firm, code in sorted(context.credit_codes.items()):
        other = first.setdefault(code, firm) if code else firm
        rows = activity[activity["firm"] == firm]
        if other != firm and not rows.empty:
            problems.append(firm_finding("CP-1025", rows, code, {"other": other}, "error"))
    return problems


def _same_years(amounts: pd.DataFrame) -> list[Problem]:
    keys = ["facility", "category", "activity", "item", "counterparty", "unit"]
    problems = []
    for _, rows in amounts.groupby("firm"):
        years = sorted(rows["year"].unique())
        for before, year in pairwise(years):
            new = rows[rows["year"] == year]
            both = new.merge(rows[rows["year"] == before], on=keys, suffixes=("", "_before"))
            same = int((both["value"] == both["value_before"]).sum())
            if len(both) >= _FEWEST and same >= threshold("same_year") * len(both):
                details = {"before": str(before), "count": str(same), "share": share(same / len(both))}
                problems.append(firm_finding("CP-1029", new, str(year), details))
    return problems
