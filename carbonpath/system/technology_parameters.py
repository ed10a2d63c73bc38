"""How much of a technology stands, how long, and how much it can do in a year."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.units import conversion_factor
from carbonpath.system.conversion import converted
from carbonpath.system.district import District
from carbonpath.system.entities import unit_by_base
from carbonpath.system.parameter_table import every_year, parameter_table
from carbonpath.system.specification import SystemSpecification

POWER_UNITS = frozenset({"MW"})
"""Units of capacity that are power: what they make in a year is capacity times the year."""


def capacity_parameters(district: District, specification: SystemSpecification) -> dict[str, pd.DataFrame]:
    """Return what binds capacity to activity, the life of new units and what stands already.

    Returns
    -------
    dict[str, pd.DataFrame]
        ``capacity_to_activity``, ``operational_life``, ``availability_factor``, ``residual_capacity``. An asset stands
        from its first year of operation to the year before its retirement.
    """
    owned = capacity_keeping(district)
    rows = owned[["technology", "source"]]
    to_activity = _to_activity(owned, unit_by_base(district))
    availability = rows.assign(value=owned["availability_factor"])
    return {
        "capacity_to_activity": parameter_table("capacity_to_activity", rows.assign(value=to_activity), specification),
        "operational_life": parameter_table(
            "operational_life", rows.assign(value=owned["operational_life"]), specification
        ),
        "availability_factor": parameter_table(
            "availability_factor", every_year(availability, specification), specification
        ),
        "residual_capacity": parameter_table("residual_capacity", _standing(district, specification), specification),
    }


def capacity_keeping(district: District) -> pd.DataFrame:
    """Return the technologies whose capacity is kept, with their name as a column and a source that is never blank."""
    owned = district.technologies[district.technologies["capacity_unit"] != ""].reset_index()
    owned["source"] = owned["source"].where(owned["source"] != "", "technologies.csv")
    return owned


def _to_activity(owned: pd.DataFrame, units: pd.Series[str]) -> list[float]:
    """Return the activity of a year of full use per unit of capacity."""
    targets = owned["main_output"].map(units)
    return [
        conversion_factor(f"{capacity}*y", activity)
        if capacity in POWER_UNITS
        else conversion_factor(capacity, f"{activity}/y")
        for capacity, activity in zip(owned["capacity_unit"], targets, strict=True)
    ]


def _standing(district: District, specification: SystemSpecification) -> pd.DataFrame:
    assets = district.tables["assets"].copy()
    assets["technology"] = assets["firm"] + "." + assets["library_id"]
    targets = assets["technology"].map(district.technologies["capacity_unit"])
    assets["value"] = converted(assets, targets, "assets.csv", number="capacity")
    standing = every_year(assets, specification)
    standing = standing[
        (standing["start_year"] <= standing["year"]) & (standing["year"] < standing["latest_retire_year"])
    ]
    return standing.groupby(["technology", "year"], as_index=False).agg(
        value=("value", "sum"), source=("asset", lambda names: "assets.csv: " + " ".join(names))
    )
