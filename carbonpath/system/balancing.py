"""Making the surveyed base year balance: intermediate goods to the unit, and the demand that activity meets."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from carbonpath.system.district import District


def balanced_flows(district: District, flows: pd.DataFrame, activity: Mapping[str, float]) -> pd.DataFrame:
    """Return `flows` with the users of each rigid intermediate good scaled to what is made of it.

    A good is rigid if nobody buys, sells, exchanges, links or lets go of it (hot metal, sinter): surveyed making and
    surveyed use then differ only by the rounding of the survey and by stocks, which an annual model has not.
    """
    made, used = _totals(flows, activity)
    open_ends = flexible_commodities(district) | set(district.tables["demand"]["commodity"])
    factors = {
        name: made[name] / used[name]
        for name in sorted(set(made) & set(used))
        if name not in open_ends and made[name] > 0 and used[name] > 0
    }
    takers = (flows["role"] == "input") & flows["commodity"].isin(list(factors)) & flows["technology"].isin(activity)
    scaled = flows["ratio"] * flows["commodity"].map(factors).astype(float)
    return flows.assign(ratio=scaled.where(takers, flows["ratio"]))


def base_demand(district: District, activity: Mapping[str, float]) -> dict[str, float]:
    """Return the demands that surveyed activity alone determines, directly or through links.

    A demand that a purchase, a sale or a disposal also touches keeps the number of demand.csv.
    """
    made, used = _totals(district.flows, activity)
    surplus = {name: made.get(name, 0.0) - used.get(name, 0.0) for name in {*made, *used}}
    flexible = flexible_commodities(district)
    found: dict[str, float] = {}
    for name in sorted(set(district.tables["demand"]["commodity"])):
        if name in _traded(district):
            continue
        feeding = _link_inputs(district, name)
        if feeding:
            found[name] = sum(surplus.get(fed, 0.0) for fed in feeding)
        elif name not in flexible:
            found[name] = surplus.get(name, 0.0)
    return {name: max(value, 0.0) for name, value in found.items()}


def flexible_commodities(district: District) -> set[str]:
    """Return the commodities whose balance a purchase, sale, exchange, link or disposal can close."""
    linked = set(district.flows.loc[district.flows["technology"].isin(_links(district)), "commodity"])
    exchanges = district.tables["exchanges"]
    ends = {
        f"{firm}.{base}"
        for side in ("from_firm", "to_firm")
        for firm, base in zip(exchanges[side], exchanges["commodity"], strict=True)
    }
    return linked | _traded(district) | ends


def _traded(district: District) -> set[str]:
    """Return the commodities that are bought, sold or let go."""
    entries = district.commodities
    loose = (entries["purchase_price"] != "") | (entries["sale_price"] != "") | (entries["balance"] == "surplus")
    return set(entries.index[loose])


def _links(district: District) -> list[str]:
    return list(district.technologies.index[district.technologies["role"] == "link"])


def _link_inputs(district: District, commodity: str) -> list[str]:
    """Return what the links that make `commodity` take."""
    links = district.flows[district.flows["technology"].isin(_links(district))]
    feeders = links.loc[(links["commodity"] == commodity) & (links["role"] == "output"), "technology"]
    taken = links[links["technology"].isin(feeders) & (links["role"] == "input")]
    return sorted(set(taken["commodity"]))


def _totals(flows: pd.DataFrame, activity: Mapping[str, float]) -> tuple[dict[str, float], dict[str, float]]:
    """Return what surveyed activity makes and uses of each commodity."""
    amounts = flows.assign(amount=flows["ratio"] * flows["technology"].map(dict(activity)).astype(float).fillna(0.0))
    made, used = (amounts[amounts["role"] == role].groupby("commodity")["amount"].sum() for role in ("output", "input"))
    return {str(name): float(made[name]) for name in made.index}, {str(name): float(used[name]) for name in used.index}
