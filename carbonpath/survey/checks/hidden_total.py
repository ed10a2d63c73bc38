"""A row that is the sum of the others, without saying so, would count everything twice."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.survey.checks.context import SIDES, CheckContext, finding, in_unit, shown_number
from carbonpath.survey.codes import raw_codes
from carbonpath.survey.kinds import unit_kind

_KEYS = ["firm", "year", "activity", "item", "kind"]
_FEWEST = 3
_EXACT = 1e-9


def check_hidden_total(activity: pd.DataFrame, context: CheckContext) -> list[Problem]:
    """Return rows that equal the sum of all others of their firm, year, activity, item and kind of unit (CP-1026)."""
    amounts = activity[activity["activity"].isin(SIDES) & (activity["value"] > 0)].reset_index(drop=True)
    kinds = amounts["unit"].map({unit: unit_kind(unit) or "" for unit in amounts["unit"].unique()})
    parts = [
        in_unit(amounts[kinds == kind], unit) for kind, unit in raw_codes()["kinds"].items() if (kinds == kind).any()
    ]
    if not parts:
        return []
    table = amounts.assign(kind=kinds, common=pd.concat(parts)).dropna(subset="common")
    groups = table.groupby(_KEYS)["common"]
    total = groups.transform("sum")
    wanted = table[(groups.transform("size") >= _FEWEST) & ((table["common"] * 2 - total).abs() <= _EXACT * total)]
    counts = groups.transform("size")[wanted.index]
    return [
        finding("CP-1026", source, f"{shown_number(value)} {unit}", {"rows": str(count - 1)})
        for source, value, unit, count in zip(wanted["source"], wanted["value"], wanted["unit"], counts, strict=True)
    ]
