"""Ledger of what firms sell each other, and what crosses the border of the district.

What one firm sells another buys: gas, coke, power, heat, hydrogen and other goods with a named counterparty must be the
same amount with the same carbon on both sides. What is bought from or sold to ``outside`` is true import or export.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.choice import Floats
from carbonpath.reference.factors import Factors

OUTSIDE = "outside"
"""Counterparty beyond the district."""

_KEY = ["item", "year", "seller", "buyer", "base"]


def transfer_ledger(activity: Activity) -> pd.DataFrame:
    """Return what firms say of their trade with each other, both sides in one row.

    Returns
    -------
    pandas.DataFrame
        One row an item, year, seller, buyer and base of amount: ``sold`` and ``bought`` in ``base``, ``sold_carbon``
        and ``bought_carbon`` in tC (NaN for what is no fuel or material of known carbon), ``source`` with all cells.
    """
    trade = _trade(activity)
    named = trade[(trade["counterparty"] != OUTSIDE) & (trade["counterparty"] != "")]
    sides = [
        named[named["activity"] == "sold"].rename(columns={"firm": "seller", "counterparty": "buyer"}),
        named[named["activity"] == "purchased"].rename(columns={"firm": "buyer", "counterparty": "seller"}),
    ]
    joined = pd.concat(sides, ignore_index=True)
    is_sale = joined["activity"] == "sold"
    columns = {
        "sold": joined["amount"].where(is_sale, 0.0),
        "bought": joined["amount"].where(~is_sale, 0.0),
        "sold_carbon": joined["carbon"].where(is_sale, 0.0),
        "bought_carbon": joined["carbon"].where(~is_sale, 0.0),
    }
    groups = joined.assign(**columns).groupby(_KEY, sort=True)
    ledger = groups[list(columns)].sum(min_count=1)
    ledger["source"] = groups["source"].agg(lambda cells: ";".join(sorted(cells)))
    return ledger.reset_index()


def district_trade(activity: Activity) -> pd.DataFrame:
    """Return what crosses the border of the district: item, year, base, imported, exported."""
    trade = _trade(activity)
    outside = trade[trade["counterparty"] == OUTSIDE]
    bought = outside["activity"] == "purchased"
    columns = {"imported": outside["amount"].where(bought, 0.0), "exported": outside["amount"].where(~bought, 0.0)}
    groups = outside.assign(**columns).groupby(["item", "year", "base"], sort=True)
    return groups[list(columns)].sum().reset_index()


def check_transfers(ledger: pd.DataFrame, firms: frozenset[str], factors: Factors) -> list[Problem]:
    """Return where the ledger does not close.

    CP-360 seller and buyer state different amounts (a warning up to the limit that the constants give, an error
    beyond); CP-361 (warning) they state different carbon for the same amount; CP-362 (warning) one side does not
    report at all.
    """
    warn, refuse = factors.constant("ledger_warning_share"), factors.constant("ledger_refusal_share")
    problems: list[Problem] = []
    for row in ledger.to_dict("records"):
        silent = [side for side in ("seller", "buyer") if row[side] not in firms]
        if silent:
            problems.append(_problem("CP-362", row, "warning", firm=str(row[silent[0]])))
            continue
        gap = _gap(float(row["sold"]), float(row["bought"]))
        if gap > warn:
            problems.append(_problem("CP-360", row, "error" if gap > refuse else "warning", gap=f"{gap:.2%}"))
        elif _gap(float(row["sold_carbon"]), float(row["bought_carbon"])) > warn:
            problems.append(_problem("CP-361", row, "warning"))
    return problems


def _trade(activity: Activity) -> pd.DataFrame:
    """Return purchases and sales with their carbon in tC, texts as plain text."""
    chosen = activity.where(isin(activity.rows["activity"], ("purchased", "sold")))
    columns = ["firm", "item", "counterparty", "activity", "base"]
    table = chosen.rows[[*columns, "year", "amount", "source"]]
    carbon: Floats = chosen.rows["amount"].to_numpy() * chosen.carbon.value
    amount = np.where(table["base"] == "", chosen.rows["value"], table["amount"])
    return table.astype(dict.fromkeys(columns, "str")).assign(carbon=carbon, amount=amount)


def _gap(one: float, other: float) -> float:
    """Return the difference of two amounts relative to the larger; 0 where one is not known."""
    larger = max(abs(one), abs(other))
    return 0.0 if np.isnan(larger) or larger == 0 else abs(one - other) / larger


def _problem(code: str, row: dict[object, object] | dict[str, object], severity: str, **details: str) -> Problem:
    told = {str(key): f"{value:.10g}" if isinstance(value, float) else str(value) for key, value in row.items()}
    return Problem(
        code,
        place=told["source"],
        value=told["sold"],
        details={**told, **details},
        severity="error" if severity == "error" else "warning",
    )
