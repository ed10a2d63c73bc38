"""What a firm's own inventory says of carbon and of process emissions, in the terms of the model."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from carbonpath.system.carbon import Carbon
from carbonpath.system.conversion import SCALE
from carbonpath.system.district import District
from carbonpath.system.reported import modelled_facilities

PROCESS_METHODS = frozenset({"carbonate_use", "cement", "glass", "petrochemicals"})
"""Accounting methods whose CO2 comes with activity and is no fuel or carbon balance."""


def accounted_carbon(district: District, content: pd.DataFrame) -> dict[tuple[str, str], Carbon]:
    """Return the carbon of what each firm reported, by firm and commodity.

    Content is the mean over all amounts of an item at a firm; oxidation the mean over what it burnt. Commodities that
    are reported under one item (coke and coke breeze) share its carbon.

    Parameters
    ----------
    district
        The district.
    content
        Table CONTENT of one year.
    """
    entries = district.tables["commodities"]
    carrying = entries[entries["carbon"] != ""]
    measured: dict[tuple[str, str], Carbon] = {}
    for (firm, item), rows in content[content["co2_content"] > 0].groupby(["firm", "item"], sort=True):
        own = carrying[carrying["survey_item"] == item]
        for commodity, unit in zip(own["commodity"], own["unit"], strict=True):
            amount = float(rows["energy" if unit == "GJ" else "mass"].sum())
            if amount > 0:
                held = float(rows["co2_content"].sum()) / amount
                measured[str(firm), str(commodity)] = Carbon(held, _oxidation(rows), f"inventory of {firm}")
    return measured


def accounted_process(district: District, emissions: pd.DataFrame, activity: Mapping[str, float]) -> dict[str, float]:
    """Return the process CO2 per unit of activity of each surveyed technology, zero where the inventory has none.

    Parameters
    ----------
    district
        The district.
    emissions
        Table EMISSIONS of one year.
    activity
        Surveyed activity by technology.
    """
    rows = emissions[(emissions["gas"] == "CO2") & emissions["method"].isin(PROCESS_METHODS)]
    facilities = modelled_facilities(district)[["firm", "facility", "technology"]]
    named = rows.merge(facilities, on=["firm", "facility"], how="inner")
    total = (named.groupby("technology")["value"].sum() / SCALE).to_dict()
    return {name: total.get(name, 0.0) / level for name, level in activity.items() if level > 0}


def _oxidation(rows: pd.DataFrame) -> float:
    burnt = rows[rows["activity"] == "combusted"]
    return float(burnt["co2_burnt"].sum() / burnt["co2_content"].sum()) if len(burnt) else 1.0
