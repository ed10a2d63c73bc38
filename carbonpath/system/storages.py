"""Storages of a district with day parts: converters that fill and empty, cells that hold."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from carbonpath.core.tables import as_table
from carbonpath.core.units import conversion_factor
from carbonpath.system.conversion import SCALE
from carbonpath.system.cost_parameters import cost_paths
from carbonpath.system.district import District
from carbonpath.system.parameter_table import MODE, every_year, parameter_table
from carbonpath.system.specification import SystemSpecification
from carbonpath.system.system import TECHNOLOGIES, System, as_parameter

CHARGE = "2"
"""The mode in which a storage is filled; in that of all technologies it gives back."""
POWER = "MW"
"""Unit of the power of a storage."""
ROLE = "storage"
"""Role of a technology that fills and empties a storage."""


def with_storages(system: System, district: District, specification: SystemSpecification) -> System:
    """Return `system` with a technology and a storage for each owner of an entry of storages.csv.

    The capital cost of the library is per kWh of a system of some hours; what its converter costs is charged to power,
    the rest to the energy that can be taken out. Fixed cost is a share of the whole, charged to power.
    """
    rows = _owned(district)
    if rows.empty:
        return system
    yearly = _yearly(rows, district, specification)
    built = yearly[yearly["year"] >= yearly["earliest_year"].clip(lower=specification.first_year + 1)]
    added = {
        "capital_cost": built.assign(value=built["power"]),
        "fixed_cost": yearly.assign(value=yearly["whole"] * yearly["fixed_cost_share"]),
        "storage_capital_cost": built.assign(value=built["energy"]),
        "operational_life": rows.assign(value=rows["operational_life"]),
        "storage_life": rows.assign(value=rows["operational_life"]),
        "capacity_to_activity": rows.assign(value=conversion_factor(f"{POWER}*y", "TWh")),
        "output_activity_ratio": every_year(rows.assign(value=1.0, mode=MODE), specification),
        "input_activity_ratio": every_year(rows.assign(value=1.0, mode=CHARGE), specification),
        "technology_to_storage": rows.assign(value=rows["round_trip"], mode=CHARGE),
        "technology_from_storage": rows.assign(value=1.0, mode=MODE),
    }
    tables = {name: _joined(system, name, parameter_table(name, table, specification)) for name, table in added.items()}
    technologies = pd.concat([system.technologies, _technologies(rows)], ignore_index=True)
    return replace(
        system.with_parameters(tables),
        modes=(MODE, CHARGE),
        storages=tuple(rows["storage"]),
        technologies=as_table(technologies.sort_values("technology", kind="stable"), TECHNOLOGIES),
    )


def _owned(district: District) -> pd.DataFrame:
    """Return one row a storage and owner, with what the library and storages.csv say of it."""
    library = district.tables["technologies"].drop(columns=["source", "confidence", "note"])
    rows = district.tables["storages"].merge(library, on="library_id", validate="1:1")
    rows = rows.assign(firm=rows["owners"].str.split()).explode("firm", ignore_index=True)
    rows["technology"] = rows["firm"] + "." + rows["library_id"]
    return rows.assign(storage=rows["technology"], source="storages.csv: " + rows["source"])


def _yearly(rows: pd.DataFrame, district: District, specification: SystemSpecification) -> pd.DataFrame:
    """Return the costs of each year: `whole` and `power` in million CNY per MW, `energy` in million CNY per TWh."""
    yearly, paths = every_year(rows, specification), cost_paths(district, specification)
    per_kw, per_kwh = conversion_factor("CNY/kW", "CNY/MW") / SCALE, conversion_factor("CNY/kWh", "CNY/TWh") / SCALE
    told = zip(yearly["library_id"], yearly["year"], yearly["capital_cost"], strict=True)
    cost = pd.Series([paths.get((name, year), float(constant)) for name, year, constant in told], index=yearly.index)
    yearly["whole"] = cost * yearly["hours"] * per_kw
    yearly["power"] = yearly["power_cost"] * per_kw
    cells = cost - yearly["power_cost"] / yearly["hours"]
    yearly["energy"] = cells / yearly["depth"] * per_kwh
    return yearly


def _technologies(rows: pd.DataFrame) -> pd.DataFrame:
    own = rows.assign(role=ROLE, main_output=rows["commodity"], activity_unit="TWh", capacity_unit=POWER)
    return as_table(own, TECHNOLOGIES)


def _joined(system: System, name: str, added: pd.DataFrame) -> pd.DataFrame:
    return as_parameter(name, pd.concat([system.parameter(name), added], ignore_index=True))
