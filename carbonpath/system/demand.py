"""What must be delivered: the plan of demand.csv, and in the base year what the survey says was delivered."""

from __future__ import annotations

import pandas as pd

from carbonpath.system.calibration import Calibration
from carbonpath.system.conversion import converted
from carbonpath.system.district import District
from carbonpath.system.district_checks import lines
from carbonpath.system.parameter_table import parameter_table
from carbonpath.system.specification import SystemSpecification


def demands(district: District, calibration: Calibration, specification: SystemSpecification) -> pd.DataFrame:
    """Return ``demand`` of one variant, in the unit of each commodity."""
    entries = district.tables["demand"]
    wanted = (entries["variant"] == specification.demand_variant) & entries["year"].isin(specification.years)
    chosen = entries[wanted].copy()
    targets = chosen["commodity"].map(district.commodities["unit"]) + "/y"
    chosen["value"] = converted(chosen, targets, "demand.csv")
    surveyed = chosen["commodity"].map(dict(calibration.base_demand)).astype(float)
    base = (chosen["year"] == specification.first_year) & surveyed.notna()
    places = pd.Series([f"demand.csv line {line}: " for line in lines(chosen)], index=chosen.index, dtype=str)
    chosen["source"] = places + chosen["variant"] + "; " + chosen["source"]
    chosen.loc[base, "value"] = surveyed[base]
    return parameter_table("demand", chosen, specification)
