"""What capacity and activity cost."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.horizon import interpolate
from carbonpath.system.conversion import SCALE, converted
from carbonpath.system.district import District
from carbonpath.system.parameter_table import MODE, every_year, parameter_table
from carbonpath.system.specification import SystemSpecification
from carbonpath.system.technology_parameters import capacity_keeping


def capacity_costs(district: District, specification: SystemSpecification) -> dict[str, pd.DataFrame]:
    """Return ``capital_cost`` and ``fixed_cost`` of technologies that have a capital cost.

    Capital cost follows capital_cost_paths.csv where it has the library entry, and stands only in the years in which
    the technology can be built: not before its earliest year, and after the base year, which is what it was. Fixed cost
    is a share of the capital cost of its year.
    """
    costs = _capital_costs(district, specification)
    first = costs["earliest_year"].clip(lower=specification.first_year + 1)
    fixed = costs.assign(value=costs["value"] * costs["fixed_cost_share"])
    return {
        "capital_cost": parameter_table("capital_cost", costs[costs["year"] >= first], specification),
        "fixed_cost": parameter_table("fixed_cost", fixed, specification),
    }


def variable_costs(district: District, market: pd.DataFrame, specification: SystemSpecification) -> pd.DataFrame:
    """Return ``variable_cost``: that of each process, the price of each purchase, less the price of each sale."""
    own = district.technologies.reset_index()[["technology", "variable_cost", "source"]]
    own = own[own["variable_cost"] != 0].rename(columns={"variable_cost": "value"})
    rows = pd.concat(
        [every_year(own, specification), market[["technology", "year", "value", "source"]]], ignore_index=True
    )
    return parameter_table("variable_cost", rows.assign(mode=MODE), specification)


def _capital_costs(district: District, specification: SystemSpecification) -> pd.DataFrame:
    """Return technology, year, value (million CNY per unit of capacity), source and what the costs rest on."""
    owned = capacity_keeping(district)
    yearly = every_year(owned[owned["capital_cost"] != ""], specification)
    paths, factors = cost_paths(district, specification), _factors(district)
    columns = (yearly[name].to_list() for name in ("library_id", "year", "capital_cost"))
    yearly["value"] = [
        paths.get((name, year), float(constant)) * factors[name] for name, year, constant in zip(*columns, strict=True)
    ]
    return yearly


def cost_paths(district: District, specification: SystemSpecification) -> dict[tuple[str, int], float]:
    """Return the capital cost of library entries by year, as capital_cost_paths.csv states it."""
    return {
        (str(name), year): value
        for name, rows in district.tables["capital_cost_paths"].groupby("library_id", sort=True)
        for year, value in interpolate(
            dict(zip(rows["year"], rows["capital_cost"], strict=True)), specification.years
        ).items()
    }


def _factors(district: District) -> dict[str, float]:
    """Return million CNY per unit of capacity that one unit of the stated cost is, by library entry."""
    library = district.tables["technologies"]
    stated = library[(library["capital_cost"] != "") & (library["capacity_unit"] != "")].assign(one=1.0)
    targets = "CNY/(" + stated["capacity_unit"] + ")"
    factors = converted(stated, targets, "technologies.csv", number="one", unit="capital_cost_unit") / SCALE
    return dict(zip(stated["library_id"], factors, strict=True))
