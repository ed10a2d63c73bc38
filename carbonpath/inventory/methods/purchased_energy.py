"""Power and heat bought less sold, at the grid factor and the default of heat (scope 2).

``E = max(0, AD_bought - AD_sold) x EF`` for each firm, year and kind of energy. A firm that sells more than it buys has
no scope 2; what it sells stays in the scope 1 of the firm that made it. Green power (item electricity_green) counts at
the grid factor too, whose average holds it; under a series without traded non-fossil power its buyers claim it, at 0.

NDRC guidelines chapter 5 (``E_el``, ``E_heat``); GHG Protocol scope 2, location-based.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.choice import GUIDELINE_TIER, Choice
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.method import Released, emission_rows, missing_factor
from carbonpath.inventory.row_uncertainty import either, interval
from carbonpath.reference.purchased_energy import EnergyFactor, electricity_factor, heat_factor

NAME = "purchased_energy"

GREEN = "electricity_green"
"""Power bought with its environmental value."""
ELECTRICITY = ("electricity", GREEN)
HEAT = ("heat_steam", "heat_hot_water")

CLAIMING = ("grid_average_excl_traded_nonfossil",)
"""Series of the grid factor that leave green power to those who buy it."""

GJ_PER_MWH = 3.6


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are power or heat bought or sold."""
    found: Mask = isin(rows["activity"], ("purchased", "sold")) & isin(rows["item"], (*ELECTRICITY, *HEAT))
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2 of net purchased power and heat, one row for each firm, year and kind.

    Raises
    ------
    DataError
        CP-345 for power or heat that is not given as energy (steam in t needs its enthalpy).
    """
    other = ~isin(activity.rows["base"], ("GJ",))
    if other.any():
        raise DataError(*(missing_factor(row, "CP-345") for row in activity.rows[other].to_dict("records")))
    net = net_purchases(activity.rows)
    items = net["item"].astype("str")
    chosen = [energy_factor(activity, item, int(year)) for item, year in zip(items, net["year"], strict=True)]
    values = np.array([per_gj(factor) for factor in chosen], dtype=float)
    lines = np.array([told(factor, year) for factor, year in zip(chosen, net["year"], strict=True)], dtype=object)
    mass = np.maximum(0.0, net["amount"].to_numpy(dtype=float)) * values
    grid, heat = (interval(activity.factors, "factor", name) for name in ("grid_electricity", "heat"))
    width = either(isin(net["item"], ELECTRICITY), grid, heat)
    factor = Choice(values, np.full(len(net), GUIDELINE_TIER), lines)
    return emission_rows(activity, NAME, Released("CO2", mass, factor, width, scope=2), net)


def net_purchases(rows: pd.DataFrame) -> pd.DataFrame:
    """Return energy bought less sold in GJ, one row for each firm, year and kind of energy, with all its cells."""
    sign = np.where(isin(rows["activity"], ("sold",)), -1.0, 1.0)
    signed = rows.assign(amount=rows["amount"].to_numpy() * sign)
    groups = signed.groupby(["firm", "item", "year"], observed=True, sort=True)
    net = groups.agg(
        sector=("sector", "first"),
        amount=("amount", "sum"),
        quality=("quality", "first"),
        source=("source", lambda cells: ";".join(sorted(cells))),
    ).reset_index()
    kept = {name: rows[name].dtype for name in ("firm", "item", "sector", "quality")}
    blank = pd.Categorical([""] * len(net), categories=[""])
    return net.astype(kept).assign(facility=blank, category=blank)


def energy_factor(activity: Activity, item: str, year: int) -> EnergyFactor:
    """Return the factor of power or heat under the rules of the inventory."""
    if item == GREEN and activity.specification.grid_series in CLAIMING:
        return EnergyFactor(
            0.0, "tCO2/MWh", "", 0, "green power, left out of the series of the grid", "derived", exact=True
        )
    if item in ELECTRICITY:
        rules = activity.specification
        return electricity_factor(activity.factors, rules.region, year, rules.grid_series)
    return heat_factor(activity.factors)


def at_grid_factor(activity: Activity) -> tuple[str, ...]:
    """Return the kinds of power that count at the grid factor."""
    claimed = activity.specification.grid_series in CLAIMING
    return tuple(item for item in ELECTRICITY if not (claimed and item == GREEN))


def per_gj(factor: EnergyFactor) -> float:
    """Return tCO2 per GJ."""
    return factor.value / GJ_PER_MWH if factor.unit == "tCO2/MWh" else factor.value


def told(factor: EnergyFactor, year: int) -> str:
    """Return value and origin in one line, and whether a factor of another year stands in."""
    number = f"EF {factor.value!r} {factor.unit} {factor.region}"
    when = f" {factor.year}" if factor.year else ""
    stand_in = "" if factor.exact or not factor.year else f", stands in for {year}"
    return f"{number}{when}{stand_in} ({factor.source}; {factor.confidence})"
