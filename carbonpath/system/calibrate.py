"""Fitting a district to its inventory: the base year of the model is what the firms reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.system.accounted import accounted_carbon, accounted_process
from carbonpath.system.balancing import balanced_flows, base_demand
from carbonpath.system.calibration import Calibrated, Calibration, with_residuals
from carbonpath.system.carbon import CarbonTable
from carbonpath.system.district import District
from carbonpath.system.reported import Reported, reported_flows

__all__ = ["Calibrated", "Calibration", "calibrate", "with_residuals"]

SCALING_BAND = (0.7, 1.4)
"""Surveyed over library coefficient outside which a scaling is told; good and bad practice lie within."""


def calibrate(
    district: District,
    content: pd.DataFrame,
    emissions: pd.DataFrame,
    defaults: CarbonTable,
    year: int,
    *,
    band: tuple[float, float] = SCALING_BAND,
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
        Table CONTENT.
    emissions
        Table EMISSIONS.
    defaults
        Carbon of commodities that a firm did not report.
    year
        Base year.
    band
        Lowest and highest surveyed over library coefficient of which nothing is told.

    Raises
    ------
    DataError
        CP-220 or CP-221 for an amount in a unit that does not fit its commodity.
    """
    surveyed = content[content["year"] == year]
    reported = reported_flows(district, surveyed)
    scaled, scaling = _scaled_flows(district.flows, reported)
    flows = balanced_flows(district, scaled, reported.activity)
    process = accounted_process(district, emissions[emissions["year"] == year], reported.activity)
    calibrated = replace(district, flows=flows, technologies=_with_process(district, process))
    calibration = Calibration(
        base_activity=_without_links(district, reported.activity),
        base_demand=base_demand(calibrated, reported.activity),
        scaling=scaling,
    )
    carbon = CarbonTable(defaults.defaults, accounted_carbon(district, surveyed))
    return Calibrated(calibrated, carbon, calibration, tuple(_outside(scaling, band)))


def _with_process(district: District, process: Mapping[str, float]) -> pd.DataFrame:
    technologies = district.technologies.copy()
    surveyed = technologies.index.to_series().map(dict(process)).astype(float)
    technologies["process_co2"] = surveyed.fillna(technologies["process_co2"])
    return technologies


def _without_links(district: District, activity: Mapping[str, float]) -> dict[str, float]:
    """Return the activity that is held in the base year; links follow from the balances they close."""
    roles = district.technologies["role"]
    return {name: value for name, value in activity.items() if roles[name] != "link"}


def _scaled_flows(flows: pd.DataFrame, reported: Reported) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return flows with surveyed coefficients, and what each was and is."""
    joined = flows.merge(reported.flows, on=["technology", "base", "role"], how="left", validate="1:1")
    activity = joined["technology"].map(reported.activity).astype(float)
    surveyed = joined["amount"] / activity
    found = surveyed.notna() & (activity > 0)
    scaling = joined.loc[found, ["technology", "commodity", "role"]].assign(
        library=joined.loc[found, "ratio"],
        surveyed=surveyed[found],
        factor=surveyed[found] / joined.loc[found, "ratio"],
    )
    scaled = flows.assign(ratio=surveyed.where(found, joined["ratio"]).to_numpy())
    return scaled, scaling.reset_index(drop=True)


def _outside(scaling: pd.DataFrame, band: tuple[float, float]) -> list[Problem]:
    low, high = band
    wide = scaling[(scaling["factor"] < low) | (scaling["factor"] > high)]
    columns = (wide[name] for name in ("technology", "commodity", "library", "surveyed", "factor"))
    return [
        Problem(
            "CP-218",
            place=str(technology),
            value=f"{factor:.2f}",
            details={
                "commodity": str(commodity),
                "surveyed": f"{surveyed:.4g}",
                "library": f"{library:.4g}",
                "low": f"{low:g}",
                "high": f"{high:g}",
            },
            severity="warning",
        )
        for technology, commodity, library, surveyed, factor in zip(*columns, strict=True)
    ]
