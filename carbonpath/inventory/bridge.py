"""From the territorial view to what each firm reports under its guideline, line by line.

Territorial: scope 1 at the place of release, all gases. The firm's report differs by what its guideline leaves out
(CH4 and N2O, vehicles, desulphurisation), what it deducts (CO2 handed over), what it adds (purchased power and heat)
and, for steelworks, by the equation of the whole enterprise and the defaults that it prescribes. Each difference is one
line; the lines add up exactly.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity
from carbonpath.inventory.enterprise import enterprise_account, steelworks
from carbonpath.inventory.methods import captured_carbon, carbonate_use, mobile_combustion, purchased_energy
from carbonpath.inventory.reported import as_reported
from carbonpath.inventory.totals import direct, indirect, totals_by
from carbonpath.reference.guidelines import Guideline

LINES = (
    "territorial",
    "other_gases",
    "vehicles",
    "desulphurisation",
    "recovered_co2",
    "enterprise_balance",
    "prescribed_defaults",
    "purchased_energy",
    "firm_report",
)
"""Lines of the bridge in reading order; the last is the sum of the others."""

_BY = ("firm", "year")


def report_bridge(emissions: pd.DataFrame, activity: Activity) -> pd.DataFrame:
    """Return the bridge of each firm and year.

    Returns
    -------
    pandas.DataFrame
        Columns firm, year, line (one of LINES), tco2e.
    """
    firm_rules = {firm: activity.guidelines[activity.specification.guideline_of(firm)] for firm in _firms(emissions)}
    scope1 = direct(emissions)
    parts = {
        "territorial": scope1,
        "other_gases": _negative(_other_gases(scope1, firm_rules)),
        "vehicles": _negative(_vehicles(scope1, firm_rules)),
        "desulphurisation": _negative(_desulphurisation(scope1, firm_rules)),
        "recovered_co2": _negative(_recovered(scope1, firm_rules)),
        "purchased_energy": _purchased(emissions, firm_rules),
    }
    lines = [totals_by(table, _BY).assign(line=name) for name, table in parts.items()]
    lines += [_enterprise(scope1, activity), _prescribed(activity)]
    table = pd.concat(lines, ignore_index=True).rename(columns={"co2_equivalent": "tco2e"})
    report = totals_by(table, _BY, "tco2e").assign(line="firm_report")
    table = pd.concat([table, report], ignore_index=True)
    order = table["line"].map({name: rank for rank, name in enumerate(LINES)})
    table = table.assign(order=order).sort_values(["firm", "year", "order"], ignore_index=True)
    return table[["firm", "year", "line", "tco2e"]]


def process_differences(emissions: pd.DataFrame, activity: Activity) -> pd.DataFrame:
    """Return for each steelworks and item what the enterprise counts and what the process units release.

    Returns
    -------
    pandas.DataFrame
        Columns firm, year, item, enterprise_tco2, process_tco2, difference_tco2: stocks, losses, and gases that go
        through a common pool (add their lines up).
    """
    firms = steelworks(activity)
    account = totals_by(enterprise_account(activity, firms), ["firm", "year", "item"], "tco2")
    units = _process_units(direct(emissions), firms)
    process = totals_by(units, ["firm", "year", "item"])
    joined = account.merge(process, how="outer", on=["firm", "year", "item"], sort=True).fillna(0.0)
    joined = joined.rename(columns={"tco2": "enterprise_tco2", "co2_equivalent": "process_tco2"})
    return joined.assign(difference_tco2=joined["enterprise_tco2"] - joined["process_tco2"])


def _enterprise(scope1: pd.DataFrame, activity: Activity) -> pd.DataFrame:
    table = process_differences(scope1, activity)
    sums = totals_by(table, _BY, "difference_tco2").rename(columns={"difference_tco2": "co2_equivalent"})
    return sums.assign(line="enterprise_balance")


def _prescribed(activity: Activity) -> pd.DataFrame:
    """Return what the defaults that guidelines prescribe change in the reports of steelworks."""
    firms = steelworks(activity)
    reported = enterprise_account(as_reported(activity), firms)
    own = enterprise_account(activity, firms)
    both = pd.concat([reported, own.assign(tco2=-own["tco2"])], ignore_index=True)
    sums = totals_by(both, _BY, "tco2").rename(columns={"tco2": "co2_equivalent"})
    return sums.assign(line="prescribed_defaults")


def _process_units(scope1: pd.DataFrame, firms: tuple[str, ...]) -> pd.DataFrame:
    ours = scope1["firm"].isin(firms) & (scope1["gas"] == "CO2")
    return scope1[ours & (scope1["method"] != mobile_combustion.NAME)]


def _other_gases(scope1: pd.DataFrame, rules: dict[str, Guideline]) -> pd.DataFrame:
    kept = {(firm, gas) for firm, rule in rules.items() for gas in rule.gases}
    outside = [(firm, gas) not in kept for firm, gas in zip(scope1["firm"], scope1["gas"], strict=True)]
    chosen: pd.DataFrame = scope1[np.array(outside, dtype=bool)]
    return chosen


def _vehicles(scope1: pd.DataFrame, rules: dict[str, Guideline]) -> pd.DataFrame:
    without = [firm for firm, rule in rules.items() if not rule.vehicles]
    mobile = (scope1["method"] == mobile_combustion.NAME) & scope1["firm"].isin(without)
    counted = [gas in rules[firm].gases for firm, gas in zip(scope1["firm"], scope1["gas"], strict=True)]
    chosen: pd.DataFrame = scope1[mobile.to_numpy() & np.array(counted, dtype=bool)]
    return chosen


def _desulphurisation(scope1: pd.DataFrame, rules: dict[str, Guideline]) -> pd.DataFrame:
    """Return CO2 of desulphurisation of firms whose guideline leaves it out; steelworks count all carbonates."""
    without = [firm for firm, rule in rules.items() if not rule.desulphurisation and rule.sector != "steel"]
    agents = (scope1["method"] == carbonate_use.NAME) & scope1["category"].str.startswith("1A1")
    chosen: pd.DataFrame = scope1[agents & scope1["firm"].isin(without)]
    return chosen


def _recovered(scope1: pd.DataFrame, rules: dict[str, Guideline]) -> pd.DataFrame:
    """Return CO2 sold beyond the district by firms whose guideline deducts what is handed over."""
    deducting = [firm for firm, rule in rules.items() if rule.recovered_co2]
    sold = (scope1["method"] == captured_carbon.NAME) & (scope1["category"] == captured_carbon.TRADE_CATEGORY)
    chosen: pd.DataFrame = scope1[sold & scope1["firm"].isin(deducting)]
    return chosen


def _purchased(emissions: pd.DataFrame, rules: dict[str, Guideline]) -> pd.DataFrame:
    counting = [firm for firm, rule in rules.items() if rule.purchased_energy != "none"]
    bought = indirect(emissions)
    return bought[(bought["method"] == purchased_energy.NAME) & bought["firm"].isin(counting)]


def _negative(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(co2_equivalent=-table["co2_equivalent"])


def _firms(emissions: pd.DataFrame) -> list[str]:
    return sorted(emissions["firm"].unique())
