"""What must be delivered: the plan of demand.csv, and in the base year what the survey says was delivered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from carbonpath.core.horizon import interpolate
from carbonpath.system.calibration import Calibration
from carbonpath.system.conversion import converted
from carbonpath.system.district import District
from carbonpath.system.district_checks import lines
from carbonpath.system.parameter_table import parameter_table
from carbonpath.system.specification import SystemSpecification


def demands(district: District, calibration: Calibration, specification: SystemSpecification) -> pd.DataFrame:
    """Return ``demand`` of one variant, in the unit of each commodity.

    Linear between the years of demand.csv, constant after the last, absent before the first; in the base year what the
    survey says.
    """
    entries = district.tables["demand"]
    chosen = entries[entries["variant"] == specification.demand_variant].copy()
    chosen["value"] = converted(chosen, chosen["commodity"].map(district.commodities["unit"]) + "/y", "demand.csv")
    places = pd.Series([f"demand.csv line {line}: " for line in lines(chosen)], index=chosen.index, dtype=str)
    chosen["source"] = places + chosen["variant"] + "; " + chosen["source"]
    rows = pd.DataFrame(_yearly(chosen, specification), columns=["commodity", "year", "value", "source"])
    surveyed = rows["commodity"].map(dict(calibration.base_demand)).astype(float)
    base = (rows["year"] == specification.first_year) & surveyed.notna()
    rows.loc[base, "value"] = surveyed[base]
    return parameter_table("demand", rows, specification)


def _yearly(entries: pd.DataFrame, specification: SystemSpecification) -> Iterator[tuple[str, int, float, str]]:
    columns = (entries[name].tolist() for name in ("commodity", "year", "value", "source"))
    given: dict[str, dict[int, tuple[float, str]]] = defaultdict(dict)
    for commodity, year, value, source in zip(*columns, strict=True):
        given[commodity][year] = (value, source)
    for commodity, points in given.items():
        path = interpolate({year: value for year, (value, _) in points.items()}, specification.years)
        for year, value in path.items():
            _, source = points[max(known for known in points if known <= year)]
            yield commodity, year, value, source
