"""What a firm has of a fuel, of power or heat it uses or sells; and no boiler gives more than it gets."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.survey.checks.context import (
    CheckContext,
    both_names,
    by_host,
    finding,
    firm_finding,
    share,
    shown_number,
    sides,
    threshold,
)
from carbonpath.survey.checks.gas_balance import pooled_items
from carbonpath.survey.codes import item_classes

POWER_AND_HEAT = "1A1a"
"""Category of facilities that turn fuel into power and heat."""


def check_energy_balance(activity: pd.DataFrame, context: CheckContext) -> list[Problem]:
    """Return energy of which supply and use differ (CP-1021), and power and heat beyond the fuel burnt (CP-1022).

    Supply is what is bought and made, use what is burnt, put in, fed and sold. A firm that states no use of an item is
    not judged on it, nor one that states no purchases at all.
    """
    if context.content is None:
        return []
    return _supply_and_use(context.content) + _efficiency(context.content, context)


def _supply_and_use(content: pd.DataFrame) -> list[Problem]:
    classes = item_classes()
    energy = [item for item in content["item"].unique() if classes.get(item, "").endswith(("energy", "fuel"))]
    table = sides(content[content["item"].isin(energy)], "energy")
    trading = table.groupby(["firm", "year"])["bought"].transform("sum") > 0
    pooled = pooled_items(content)
    problems = []
    for key, row in table[trading].iterrows():
        firm, year, item = key if isinstance(key, tuple) else (key,)
        supply, use = float(row["bought"] + row["made"]), float(row["used"] + row["sold"])
        skipped = use <= 0 or (str(firm), int(year), str(item)) in pooled
        if skipped or abs(supply - use) <= threshold("balance") * max(supply, use):
            continue
        rows = content[(content["firm"] == firm) & (content["year"] == year) & (content["item"] == item)]
        details = {"supply": shown_number(supply), "use": shown_number(use), "share": share(abs(supply - use) / use)}
        details |= both_names("item", str(item))
        problems.append(firm_finding("CP-1021", rows, f"{shown_number(supply - use)} GJ", details))
    return problems


def _efficiency(content: pd.DataFrame, context: CheckContext) -> list[Problem]:
    carriers = {item for item, kind in item_classes().items() if kind == "energy"}
    problems = []
    for _, group in by_host(content, context).groupby(["firm", "facility", "year"]):
        burnt = group[(group["activity"] == "combusted") & (group["category"] == POWER_AND_HEAT)]
        out = group[(group["activity"] == "output") & group["item"].isin(carriers)]
        if burnt["energy"].sum() <= 0 or out.empty:
            continue
        enters = float(group.loc[group["activity"] != "output", "energy"].sum())
        leaves = float(out["energy"].sum())
        if leaves > enters:
            details = {"enters": shown_number(enters), "leaves": shown_number(leaves), "share": share(leaves / enters)}
            cell = out.sort_values("energy").iloc[-1]
            problems.append(finding("CP-1022", str(cell["source"]), f"{shown_number(leaves)} GJ", details, "error"))
    return problems
