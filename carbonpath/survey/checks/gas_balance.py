"""Gas that a works makes of coal is burnt, sold or flared, under its own name or out of the pool."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.survey.checks.context import CheckContext, firm_finding, share, shown_number, sides, threshold

POOL = ("coke_oven_gas", "blast_furnace_gas", "converter_gas", "psa_tail_gas", "other_gas", "mixed_works_gas")
"""Gases that flow together in the pipes of a steelworks."""


def check_gas_balance(activity: pd.DataFrame, context: CheckContext) -> list[Problem]:
    """Return firms whose works gases, by energy, are not used as much as they are made and bought (CP-1023)."""
    if context.content is None:
        return []
    problems = []
    for key, row in _pools(context.content).iterrows():
        firm, year = key if isinstance(key, tuple) else (key, 0)
        supply, use = float(row["bought"] + row["made"]), float(row["used"] + row["sold"])
        if abs(supply - use) <= threshold("balance") * max(supply, use):
            continue
        found = context.content
        rows = found[(found["firm"] == firm) & (found["year"] == year) & found["item"].isin(POOL)]
        details = {"supply": shown_number(supply), "use": shown_number(use), "share": share(abs(supply - use) / supply)}
        problems.append(firm_finding("CP-1023", rows, f"{shown_number(supply - use)} GJ", details))
    return problems


def pooled_items(content: pd.DataFrame) -> set[tuple[str, int, str]]:
    """Return firm, year and item of gases that this check balances together."""
    return {(str(firm), int(year), item) for firm, year in _pools(content).index for item in POOL}


def _pools(content: pd.DataFrame) -> pd.DataFrame:
    """Return the sides of the pool, in GJ, of each firm and year that makes gas and uses gas."""
    table = sides(content[content["item"].isin(POOL)], "energy").groupby(["firm", "year"]).sum()
    return table[(table["made"] > 0) & (table["used"] + table["sold"] > 0)]
