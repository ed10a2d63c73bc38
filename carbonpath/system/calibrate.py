"""Fitting a district to its inventory: the base year of the model is what the firms reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.system.carbon import Carbon, CarbonTable
from carbonpath.system.district import District
from carbonpath.system.reported import PROCESS_METHODS, Reported, reported_flows

NEGLIGIBLE = 1e-9
"""Mt CO2 below which a residual is rounding."""
BAND = (0.7, 1.4)
"""Surveyed over library coefficient outside which a scaling is reported."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the base year tells the model."""

    base_activity: Mapping[str, float] = field(default_factory=dict)
    """Activity of each surveyed technology in the base year."""
    base_demand: Mapping[str, float] = field(default_factory=dict)
    """Demand of the base year that the surveyed activity meets, by commodity."""
    scaling: pd.DataFrame = field(default_factory=pd.DataFrame)
    """Columns technology, commodity, role, library, surveyed, factor: each coefficient that the survey replaced."""
    residuals: Mapping[tuple[str, str], float] = field(default_factory=dict)
    """Emissions of the inventory that no technology explains, Mt CO2, by firm and sector."""
    tolerance: float = 1e-5
    """Relative band within which base-year activity is held."""


@dataclass(frozen=True, slots=True)
class Calibrated:
    """A district whose base year is the survey's."""

    district: District
    """The district with the firms' own coefficients."""
    carbon: CarbonTable
    """Carbon by firm and commodity, the inventory's own."""
    calibration: Calibration
    """What was found."""
    problems: tuple[Problem, ...]
    """Warnings: scalings outside the band."""


def calibrate(
    district: District, content: pd.DataFrame, emissions: pd.DataFrame, defaults: CarbonTable, year: int
) -> Calibrated:
    """Return the district with the coefficients, carbon and activity that the firms reported for `year`.

    For each surveyed process unit activity is its main output; each surveyed input and by-product replaces the
    library's coefficient, so modelled use equals surveyed use per firm, unit and fuel. Intermediate goods that are
    neither bought, sold nor stored (hot metal, sinter) are made to balance by scaling their users. Carbon contents
    and oxidation are those of the inventory; process emissions per unit are the inventory's.

    Parameters
    ----------
    district
        The district with library coefficients.
    content
        Activity with energy and carbon (table CONTENT).
    emissions
        Table EMISSIONS.
    defaults
        Carbon of commodities that a firm did not report.
    year
        Base year.
    """
    reported = reported_flows(district, content[content["year"] == year])
    scaled, scaling = _scaled_flows(district.flows, reported)
    balanced = _balanced(district, scaled, reported.activity)
    process = _process_emissions(district, emissions[emissions["year"] == year], reported.activity)
    technologies = district.technologies.copy()
    technologies["process_co2"] = process.reindex(technologies.index).fillna(technologies["process_co2"])
    calibrated = replace(district, flows=balanced, technologies=technologies)
    calibration = Calibration(
        base_activity=_without_links(district, reported.activity),
        base_demand=_base_demand(calibrated, reported.activity),
        scaling=scaling,
    )
    carbon = CarbonTable(defaults.defaults, _measured_carbon(district, content[content["year"] == year]))
    return Calibrated(calibrated, carbon, calibration, tuple(_outside_band(scaling)))


def with_residuals(
    calibration: Calibration, inventory: Mapping[str, float], modelled: Mapping[str, float], sectors: Mapping[str, str]
) -> Calibration:
    """Return the calibration with what the model leaves unexplained, Mt CO2 by firm (scope 1, base year)."""
    found = {(firm, sectors[firm]): inventory[firm] - modelled.get(firm, 0.0) for firm in sorted(inventory)}
    return replace(calibration, residuals={key: value for key, value in found.items() if abs(value) > NEGLIGIBLE})


def _without_links(district: District, activity: Mapping[str, float]) -> dict[str, float]:
    """Return the activity that is held in the base year; links follow from the balances they close."""
    roles = district.technologies["role"]
    return {name: value for name, value in activity.items() if roles[name] != "link"}


def _scaled_flows(flows: pd.DataFrame, reported: Reported) -> tuple[pd.DataFrame, pd.DataFrame]:
    joined = flows.merge(reported.flows, on=["technology", "base", "role"], how="left", validate="m:1")
    activity = joined["technology"].map(reported.activity)
    surveyed = joined["amount"] / activity
    found = surveyed.notna() & (activity > 0)
    scaling = joined.loc[found, ["technology", "commodity", "role"]].assign(
        library=joined.loc[found, "ratio"],
        surveyed=surveyed[found],
        factor=surveyed[found] / joined.loc[found, "ratio"],
    )
    scaled = flows.copy()
    scaled["ratio"] = surveyed.where(found, joined["ratio"]).to_numpy()
    return scaled, scaling.reset_index(drop=True)


def _flexible(district: District) -> set[str]:
    """Return the commodities whose balance a purchase, sale, exchange, link or disposal can close."""
    links = district.technologies.index[district.technologies["role"] == "link"]
    touched = set(district.flows.loc[district.flows["technology"].isin(links), "commodity"])
    entries = district.commodities
    traded = entries.index[
        (entries["purchase_price"] != "") | (entries["sale_price"] != "") | (entries["balance"] == "surplus")
    ]
    exchanges = district.tables["exchanges"]
    ends = {
        f"{firm}.{base}"
        for side in ("from_firm", "to_firm")
        for firm, base in zip(exchanges[side], exchanges["commodity"], strict=True)
    }
    return touched | set(traded) | ends


def _totals(flows: pd.DataFrame, activity: Mapping[str, float]) -> pd.DataFrame:
    amounts = flows.assign(amount=flows["ratio"] * flows["technology"].map(activity).fillna(0.0))
    return amounts.pivot_table(index="commodity", columns="role", values="amount", aggfunc="sum", fill_value=0.0)


def _balanced(district: District, flows: pd.DataFrame, activity: Mapping[str, float]) -> pd.DataFrame:
    totals = _totals(flows, activity)
    demanded = set(district.tables["demand"]["commodity"])
    rigid = totals.index.difference(sorted(_flexible(district) | demanded))
    rigid = rigid[(totals.loc[rigid, "input"] > 0) & (totals.loc[rigid, "output"] > 0)]
    factor = (totals["output"] / totals["input"]).loc[rigid]
    users = (flows["role"] == "input") & flows["commodity"].isin(rigid) & flows["technology"].isin(activity)
    balanced = flows.copy()
    balanced.loc[users, "ratio"] *= flows.loc[users, "commodity"].map(factor)
    return balanced


def _base_demand(district: District, activity: Mapping[str, float]) -> dict[str, float]:
    """Return demands that surveyed activity alone determines, directly or through links."""
    totals = _totals(district.flows, activity)
    surplus = totals.get("output", 0.0) - totals.get("input", 0.0)
    flexible = _flexible(district)
    links = district.flows[
        district.flows["technology"].isin(district.technologies.index[district.technologies["role"] == "link"])
    ]
    found: dict[str, float] = {}
    for name in sorted(set(district.tables["demand"]["commodity"])):
        entry = district.commodities.loc[name]
        if entry["balance"] == "surplus" or entry["purchase_price"] or entry["sale_price"]:
            continue
        feeders = links.loc[(links["commodity"] == name) & (links["role"] == "output"), "technology"]
        inputs = links.loc[links["technology"].isin(feeders) & (links["role"] == "input"), "commodity"].unique()
        if len(inputs):
            found[name] = float(surplus.reindex(inputs).sum())
        elif name not in flexible:
            found[name] = float(surplus.get(name, 0.0))
    return {name: max(value, 0.0) for name, value in found.items()}


def _measured_carbon(district: District, content: pd.DataFrame) -> dict[tuple[str, str], Carbon]:
    bases = district.tables["commodities"]
    carrying = content[content["co2_content"] > 0]
    measured: dict[tuple[str, str], Carbon] = {}
    for (firm, item), rows in carrying.groupby(["firm", "item"], sort=True):
        burnt = rows[rows["activity"] == "combusted"]
        oxidation = burnt["co2_burnt"].sum() / burnt["co2_content"].sum() if len(burnt) else 1.0
        for _, entry in bases[(bases["survey_item"] == item) & (bases["carbon"] != "")].iterrows():
            amount = rows["energy"].sum() if entry["unit"] == "GJ" else rows["mass"].sum()
            if amount > 0:
                carbon = Carbon(float(rows["co2_content"].sum() / amount), float(oxidation), f"inventory of {firm}")
                measured[(str(firm), str(entry["commodity"]))] = carbon
    return measured


def _process_emissions(district: District, emissions: pd.DataFrame, activity: Mapping[str, float]) -> pd.Series[float]:
    rows = emissions[(emissions["gas"] == "CO2") & emissions["method"].isin(PROCESS_METHODS)]
    facilities = district.tables["facilities"]
    technology = dict(
        zip(
            zip(facilities["firm"], facilities["facility"], strict=True),
            facilities["firm"] + "." + facilities["library_id"],
            strict=True,
        )
    )
    named = pd.Series(
        [technology.get(place) for place in zip(rows["firm"], rows["facility"], strict=True)], index=rows.index
    )
    total = rows["value"].groupby(named).sum() / 1e6
    active = pd.Series(activity, dtype=float)
    return (total / active.reindex(total.index)).dropna()


def _outside_band(scaling: pd.DataFrame) -> list[Problem]:
    wide = scaling[(scaling["factor"] < BAND[0]) | (scaling["factor"] > BAND[1])]
    return [
        Problem(
            "CP-218",
            place=row.technology,
            value=f"{row.factor:.2f}",
            details={
                "commodity": row.commodity,
                "surveyed": f"{row.surveyed:.4g}",
                "library": f"{row.library:.4g}",
                "low": str(BAND[0]),
                "high": str(BAND[1]),
            },
            severity="warning",
        )
        for row in wide.itertuples(index=False)
    ]
