"""What the firms' process units did in a year, in the terms of the model."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import pandas as pd

from carbonpath.core.units import conversion_factor
from carbonpath.system.district import District

PROCESS_METHODS = frozenset({"carbonate_use", "cement", "glass", "petrochemicals"})
"""Accounting methods whose CO2 comes with activity and is no fuel or carbon balance."""
USED = frozenset({"combusted", "input", "feedstock", "flared"})
"""Activities that are inputs of a technology."""


@dataclass(frozen=True, slots=True)
class Reported:
    """Surveyed flows of the technologies of a district."""

    activity: dict[str, float]
    """Activity by technology, in its unit."""
    flows: pd.DataFrame
    """Columns technology, base, role, amount (10^6 units of the commodity)."""


def reported_flows(district: District, content: pd.DataFrame) -> Reported:
    """Return activity and flows of each technology that a surveyed process unit stands for.

    A unit that burns a share of its host's fuel (coal in a gas-fired station) has its own activity and adds to the
    surveyed use of its host.
    """
    facilities = district.tables["facilities"]
    modelled = facilities[facilities["library_id"] != ""]
    rows = content.merge(modelled[["firm", "facility", "library_id", "host"]], on=["firm", "facility"], how="inner")
    rows["technology"] = rows["firm"] + "." + rows["library_id"]
    rows = rows[rows["technology"].isin(district.technologies.index)]
    rows["role"] = rows["activity"].map(lambda name: "input" if name in USED else "output")
    items = district.tables["commodities"].set_index("commodity")[["survey_item", "unit"]]
    keyed = district.flows[["technology", "base", "role", "ratio"]].join(items, on="base")
    matched = rows.merge(
        keyed.drop(columns="unit").rename(columns={"survey_item": "item"}), on=["technology", "role", "item"]
    ).join(items["unit"].rename("target"), on="base")
    matched["amount"] = [
        _amount(row.value, row.unit, row.energy, row.target) / 1e6 for row in matched.itertuples(index=False)
    ]
    flows = matched.groupby(["technology", "base", "role"], as_index=False)["amount"].sum()
    activity = _activity(district, flows, keyed)
    return Reported(activity, _with_hosted(district, modelled, flows, activity))


def _amount(value: float, unit: str, energy: float, target: str) -> float:
    if target == "GJ" and energy > 0:
        return float(energy)
    return value * conversion_factor(unit, target)


def _activity(district: District, flows: pd.DataFrame, keyed: pd.DataFrame) -> dict[str, float]:
    main = district.technologies["main_output"]
    ratios = keyed.groupby(["technology", "base", "role"])["ratio"].sum()
    activity: dict[str, float] = {}
    for technology, own in flows.groupby("technology", sort=True):
        made = own[(own["role"] == "output") & (own["base"] == main[technology])]
        if len(made):
            activity[str(technology)] = float(made["amount"].sum())
            continue
        used = own[own["role"] == "input"].sort_values("amount", ascending=False)
        if len(used):
            first = used.iloc[0]
            activity[str(technology)] = float(first["amount"] / ratios[(technology, first["base"], "input")])
    return activity


def _with_hosted(
    district: District, facilities: pd.DataFrame, flows: pd.DataFrame, activity: dict[str, float]
) -> pd.DataFrame:
    library = facilities.set_index(["firm", "facility"])["library_id"]
    added: dict[tuple[str, str, str], float] = defaultdict(float)
    for row in facilities[facilities["host"] != ""].itertuples(index=False):
        technology = f"{row.firm}.{row.library_id}"
        host = f"{row.firm}.{library[(row.firm, row.host)]}"
        added[(host, district.technologies.loc[technology, "main_output"], "input")] += activity.get(technology, 0.0)
    extra = pd.DataFrame(
        [(*key, amount) for key, amount in added.items()], columns=["technology", "base", "role", "amount"]
    )
    return (
        pd.concat([flows, extra], ignore_index=True)
        .groupby(["technology", "base", "role"], as_index=False)["amount"]
        .sum()
    )
