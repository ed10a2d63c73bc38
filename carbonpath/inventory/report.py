"""The report of each firm under its guideline, by the lines of its forms.

Steelworks under CETS-AG-03.01: the terms of equation 1 (fuel, carbonate, electrode, material, product). Others: the
terms of the NDRC and CETS equations, ``E = E_comb + E_process + E_flare + E_el + E_heat - R_CO2``. The lines of a firm
add up to ``firm_report`` of the bridge.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity
from carbonpath.inventory.enterprise import enterprise_account, steelworks
from carbonpath.inventory.methods import (
    captured_carbon,
    carbonate_use,
    flaring,
    mobile_combustion,
    purchased_energy,
    stationary_combustion,
)
from carbonpath.inventory.reported import as_reported
from carbonpath.inventory.totals import totals_by
from carbonpath.reference.guidelines import Guideline

STEEL_LINES = ("fuel", "carbonate", "electrode", "material", "product")
"""Terms of the enterprise equation of steelworks."""
OTHER_LINES = ("combustion", "process", "flare", "recovered_co2", "electricity", "heat")
"""Terms of the other equations."""
LINES = (*STEEL_LINES, *OTHER_LINES)

_COLUMNS = ["firm", "year", "line", "item", "tco2e", "source"]


def report_lines(emissions: pd.DataFrame, activity: Activity) -> pd.DataFrame:
    """Return what each firm reports, one row a line and item.

    Returns
    -------
    pandas.DataFrame
        Columns firm, year, line (one of LINES), item, tco2e (negative where deducted), sorted.
    """
    firms = steelworks(activity)
    steel = enterprise_account(as_reported(activity), firms).rename(columns={"term": "line", "tco2": "tco2e"})
    table = pd.concat([steel[_COLUMNS], _others(emissions, activity, firms)], ignore_index=True)
    order = {line: rank for rank, line in enumerate(LINES)}
    sums = totals_by(table, ["firm", "year", "line", "item"], "tco2e")
    ranked = sums.assign(rank=sums["line"].map(order)).sort_values(["firm", "year", "rank", "item"], ignore_index=True)
    return ranked.drop(columns="rank")


def counted(emissions: pd.DataFrame, activity: Activity) -> pd.DataFrame:
    """Return the rows of EMISSIONS that the reports of firms other than steelworks count."""
    rules = {
        firm: activity.guidelines[activity.specification.guideline_of(firm)] for firm in emissions["firm"].unique()
    }
    steel = set(steelworks(activity))
    keep = [
        firm not in steel and _counts(rules[firm], scope, gas, method, category)
        for firm, scope, gas, method, category in zip(
            *(emissions[name] for name in ("firm", "scope", "gas", "method", "category")), strict=True
        )
    ]
    chosen: pd.DataFrame = emissions[np.array(keep, dtype=bool)]
    return chosen


def line_of(method: str, item: str) -> str:
    """Return the line of a report to which a row of EMISSIONS belongs."""
    if method == purchased_energy.NAME:
        return "electricity" if item in purchased_energy.ELECTRICITY else "heat"
    names = {
        stationary_combustion.NAME: "combustion",
        mobile_combustion.NAME: "combustion",
        flaring.NAME: "flare",
        captured_carbon.NAME: "recovered_co2",
    }
    return names.get(method, "process")


def _counts(rule: Guideline, scope: int, gas: str, method: str, category: str) -> bool:
    if scope == 2:
        return rule.purchased_energy != "none"
    if scope != 1 or gas not in rule.gases:
        return False
    if method == mobile_combustion.NAME:
        return rule.vehicles
    if method == carbonate_use.NAME and category.startswith("1A1"):
        return rule.desulphurisation
    sold = method == captured_carbon.NAME and category == captured_carbon.TRADE_CATEGORY
    return not (sold and rule.recovered_co2)


def _others(emissions: pd.DataFrame, activity: Activity, steel: tuple[str, ...]) -> pd.DataFrame:
    rows = counted(emissions[~emissions["firm"].isin(steel)], activity)
    lines = [line_of(method, item) for method, item in zip(rows["method"], rows["item"], strict=True)]
    named = rows.assign(line=np.array(lines, dtype=object), tco2e=rows["co2_equivalent"])
    return named[_COLUMNS]
