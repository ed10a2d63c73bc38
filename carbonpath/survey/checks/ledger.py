"""What one firm sells another, the other has bought: gas, coke, power, heat, hydrogen."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.survey.checks.context import CheckContext, both_names, finding, in_unit, shown_number, threshold

_KEYS = ["seller", "buyer", "item", "year"]


def check_ledger(activity: pd.DataFrame, context: CheckContext) -> list[Problem]:
    """Return sales that no purchase meets, or the reverse (CP-297), and amounts that differ (CP-295)."""
    firms = set(activity["firm"])
    sold = _side(activity, "sold", "firm", "counterparty", firms)
    bought = _side(activity, "purchased", "counterparty", "firm", firms)
    both = sold.add_suffix("_sold").join(bought.add_suffix("_bought"), how="outer").sort_index()
    problems = []
    for key, row in both.iterrows():
        seller, buyer, item, year = key if isinstance(key, tuple) else (key,)
        details = {"seller": str(seller), "buyer": str(buyer), "year": str(year)}
        details |= both_names("item", str(item))
        if isinstance(row["source_sold"], str) and isinstance(row["source_bought"], str):
            problems += _compare(row, details)
        else:
            source = row["source_sold"] if isinstance(row["source_sold"], str) else row["source_bought"]
            problems.append(finding("CP-297", str(source), str(item), details))
    return problems


def _side(activity: pd.DataFrame, name: str, seller: str, buyer: str, firms: set[str]) -> pd.DataFrame:
    rows = activity[(activity["activity"] == name) & activity["counterparty"].isin(firms)]
    rows = rows.assign(seller=rows[seller], buyer=rows[buyer])
    sums = [
        {
            **dict(zip(_KEYS, key, strict=True)),
            "value": in_unit(group, unit).sum(skipna=False),
            "unit": unit,
            "source": source,
        }
        for key, group in rows.groupby(_KEYS)
        for unit, source in [(str(group["unit"].iloc[0]), str(group["source"].iloc[0]))]
    ]
    return pd.DataFrame(sums, columns=[*_KEYS, "value", "unit", "source"]).set_index(_KEYS)


def _compare(row: pd.Series[float], details: dict[str, str]) -> list[Problem]:
    pair = pd.DataFrame({"value": [row["value_bought"]], "unit": [row["unit_bought"]]})
    bought = float(in_unit(pair, str(row["unit_sold"])).iloc[0])
    sold = float(row["value_sold"])
    if abs(sold - bought) <= threshold("ledger") * max(abs(sold), abs(bought)):
        return []
    shown = f"{shown_number(sold)} {row['unit_sold']}"
    details |= {"bought": f"{shown_number(float(row['value_bought']))} {row['unit_bought']}"}
    details |= {"other": str(row["source_bought"])}
    return [finding("CP-295", str(row["source_sold"]), shown, details)]
