"""What technologies emit, and what an emission costs."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.horizon import interpolate
from carbonpath.core.problems import Problem
from carbonpath.system.calibration import Calibration, residual_name
from carbonpath.system.carbon import CarbonTable
from carbonpath.system.conversion import converted
from carbonpath.system.district import District
from carbonpath.system.emission_ratio import emission_ratios
from carbonpath.system.market import purchase_name
from carbonpath.system.network import exchange_table
from carbonpath.system.parameter_table import MODE, every_year, parameter_table
from carbonpath.system.prices import price_path
from carbonpath.system.specification import SystemSpecification

SCOPE_1 = "co2"
"""Emission: CO2 at the place of release within the district."""
SCOPE_2 = "co2_import"
"""Emission: CO2 of the power bought from beyond the district."""

_COLUMNS = ["technology", "value", "source"]


def emission_activity_ratios(
    district: District,
    carbon: CarbonTable,
    market: pd.DataFrame,
    calibration: Calibration,
    specification: SystemSpecification,
) -> pd.DataFrame:
    """Return ``emission_activity_ratio``: scope 1 of processes, exchanges and residuals, scope 2 of imported energy."""
    parts = [
        emission_ratios(district, carbon)[_COLUMNS],
        _moved(exchange_table(district), carbon),
        _residual(calibration),
    ]
    scope_1 = pd.concat([part for part in parts if len(part)], ignore_index=True)
    scope_1 = every_year(scope_1[scope_1["value"] != 0], specification).assign(emission=SCOPE_1)
    rows = pd.concat([scope_1, _imported(district, market, specification)], ignore_index=True)
    return parameter_table("emission_activity_ratio", rows.assign(mode=MODE), specification)


def emission_prices(district: District, specification: SystemSpecification) -> pd.DataFrame:
    """Return ``emission_price``, CNY per t; years before the first price have none."""
    item = specification.emission_price_item
    path = price_path(district.tables, item, specification.price_variant, "CNY/t", specification.years)
    rows = path.rename("value").reset_index().assign(emission=SCOPE_1, source=f"prices.csv: {item}")
    return parameter_table("emission_price", rows, specification)


def free_allocations(district: District, specification: SystemSpecification) -> pd.DataFrame:
    """Return ``free_allocation``: benchmark times the share of it that is free, where both are given."""
    shares = _by_year(district.tables["free_share"], "value", specification)
    rows = pd.DataFrame(
        [
            {"library_id": str(name), "year": year, "value": benchmark * shares[year]}
            for name, entries in district.tables["free_allocation"].groupby("library_id", sort=True)
            for year, benchmark in _by_year(entries, "benchmark", specification).items()
            if year in shares
        ],
        columns=["library_id", "year", "value"],
    )
    owners = district.technologies[["library_id"]].reset_index()
    owned = owners.merge(rows, on="library_id").assign(emission=SCOPE_1, source="free_allocation.csv x free_share.csv")
    return parameter_table("free_allocation", owned, specification)


def _by_year(rows: pd.DataFrame, column: str, specification: SystemSpecification) -> dict[int, float]:
    points = dict(zip(rows["year"], rows[column], strict=True))
    return interpolate(points, specification.years) if points else {}


def _moved(exchanges: pd.DataFrame, carbon: CarbonTable) -> pd.DataFrame:
    """Return the carbon that leaves a seller's account with the gas; the buyer emits it."""
    moved = exchanges[exchanges["carbon_moves"] == "yes"]
    held = [-carbon.of(firm, base).content for firm, base in zip(moved["from_firm"], moved["base"], strict=True)]
    return pd.DataFrame(
        {
            "technology": moved["technology"].to_list(),
            "value": held,
            "source": "exchanges.csv: carbon counted at the seller moves with the gas",
        }
    )


def _residual(calibration: Calibration) -> pd.DataFrame:
    residuals = calibration.residuals
    return pd.DataFrame(
        {
            "technology": [residual_name(firm) for firm, _ in residuals],
            "value": list(residuals.values()),
            "source": "inventory less model, base year",
        }
    )


def _imported(district: District, market: pd.DataFrame, specification: SystemSpecification) -> pd.DataFrame:
    """Return the emission of making what is bought beyond the district, by year."""
    purchase = purchase_name("", specification.imported_energy)
    if purchase not in set(market["technology"]):
        return pd.DataFrame(columns=[*_COLUMNS, "year", "emission"])
    unit = str(district.tables["commodities"].set_index("commodity").loc[specification.imported_energy, "unit"])
    factors = _grid_factors(district.tables["grid_factors"], unit, specification)
    return pd.DataFrame(
        {
            "technology": purchase,
            "year": list(factors),
            "value": list(factors.values()),
            "source": "grid_factors.csv",
            "emission": SCOPE_2,
        }
    )


def _grid_factors(grid: pd.DataFrame, unit: str, specification: SystemSpecification) -> dict[int, float]:
    known = sorted(grid["region"].unique())
    region = specification.grid_region or (known[0] if len(known) == 1 else "")
    if region not in known:
        details = {"other": "grid_factors.csv", "column": "region"}
        raise DataError(Problem("CP-214", "grid_factors.csv", "region", region or ", ".join(known), details))
    rows = grid[grid["region"] == region]
    rows = rows.assign(value=converted(rows, [f"t/{unit}"] * len(rows), "grid_factors.csv"))
    return _by_year(rows, "value", specification)
