"""Energy use and coal use in tonnes of standard coal.

Use = fuels burnt, flared or fed to coke ovens, iron and steel and hydrogen plants, less the coke and gas that these
processes make, plus power and heat bought less sold. Feedstock of refineries and crackers is not energy use; the fuel
gas that they make of it and burn is.

Standard coal: measured net calorific value / 29.3076 GJ per tce, else the standard-coal factor (GB/T 2589), else the
default heating value / 29.3076. Gas made from coal always by its heating value, so that gas made and gas burnt
balance. Power and heat at their calorific equivalent (当量值); beside it power by the coal
that supplies it in the year (等价值).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.balance import direction
from carbonpath.inventory.choice import MEASURED_TIER, Choice, Floats
from carbonpath.inventory.defaults import choose_default, fuel_defaults
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.methods import (
    coking,
    flaring,
    hydrogen_production,
    iron_and_steel,
    mobile_combustion,
    purchased_energy,
    stationary_combustion,
)
from carbonpath.inventory.totals import totals_by
from carbonpath.reference.fuels import COAL_GROUPS, fuels_of
from carbonpath.reference.purchased_energy import electricity_factor

GJ_PER_MWH = 3.6

COAL_OF_SUPPLY = "standard_coal_of_supply"
"""Series of the coal that supplies power (等价值)."""

FUEL_GROUPS = ("coal", "coke", "coal_gas", "coal_liquid", "oil", "gas", "hydrogen", "biomass", "waste")
"""Groups of items that are fuels."""

_FUEL_METHODS = (stationary_combustion, mobile_combustion, flaring, coking, iron_and_steel, hydrogen_production)


def energy_use(activity: Activity) -> pd.DataFrame:
    """Return energy use by firm and kind of energy.

    Returns
    -------
    pandas.DataFrame
        Columns firm, sector, item, group, year, energy (GJ), standard_coal (tce, calorific), standard_coal_of_supply
        (tce, power by the coal that supplies it); outputs of processes are negative before they are added up, so
        by-product gas and own coke count once.
    """
    table = energy_rows(activity)
    by = ["firm", "sector", "item", "group", "year"]
    result = totals_by(table, by, "energy")
    more = {name: totals_by(table, by, name)[name] for name in ("standard_coal", "standard_coal_of_supply")}
    return result.assign(**more)


def energy_rows(activity: Activity) -> pd.DataFrame:
    """Return energy use row by row, with the unit of the amount (``base``), before anything is added up."""
    fuels = activity.where(_is_energy(activity.rows))
    per_unit, energy = _standard_coal(fuels)
    signed = fuels.rows["amount"].to_numpy() * direction(fuels.rows)
    used = _part(fuels.rows, signed * energy, signed * per_unit, signed * per_unit)
    return pd.concat([used, _purchased(activity)], ignore_index=True)


def coal_use(energy: pd.DataFrame, *, coking_coal: bool = True) -> pd.DataFrame:
    """Return coal use by firm and year in tce, from the table of `energy_use`.

    Coal is what is burnt, coked, injected or gasified, and coke bought (own coke is coal already); gases made from
    coal are not counted again.

    Parameters
    ----------
    energy
        Table of `energy_use`.
    coking_coal
        Whether coking coal and coke count.
    """
    coal = energy[energy["group"].isin(COAL_GROUPS)]
    if not coking_coal:
        coal = coal[~coal["item"].isin(("washed_coal", "coke", "coke_breeze"))]
    return totals_by(coal, ["firm", "year"], "standard_coal")


def _is_energy(rows: pd.DataFrame) -> Mask:
    chosen = np.zeros(len(rows), dtype=bool)
    for method in _FUEL_METHODS:
        chosen |= method.applies_to(rows)
    found: Mask = chosen & isin(rows["group"], FUEL_GROUPS)
    return found


def _standard_coal(activity: Activity) -> tuple[Floats, Floats]:
    """Return tce and GJ per unit of amount for each row."""
    energy, keys = activity.content.energy, activity.keys
    per_tce = activity.factors.constant("standard_coal_energy")
    defaults = fuel_defaults(activity.factors, "standard_coal", "")
    listed = choose_default(keys, activity.guidelines, defaults)
    heat = Choice(energy.value / per_tce, energy.tier, energy.source)
    gases = fuels_of(activity.factors, "coal_gas")
    pooled = np.fromiter((item in gases for item in keys.item), dtype=bool, count=len(keys))
    by_heat = heat.where(pooled | (energy.tier == MEASURED_TIER))
    chosen = by_heat.otherwise(listed).otherwise(heat)
    return activity.dealt(chosen).value, activity.energy.value


def _purchased(activity: Activity) -> pd.DataFrame:
    chosen = activity.where(purchased_energy.applies_to(activity.rows))
    rows = chosen.rows
    signed = rows["amount"].to_numpy() * np.where(isin(rows["activity"], ("sold",)), -1.0, 1.0)
    electric = isin(rows["item"], purchased_energy.ELECTRICITY)
    per_mwh = activity.factors.constant("electricity_standard_coal")
    heat = signed * activity.factors.constant("heat_standard_coal")
    supply = rows["year"].map({year: _coal_of_supply(activity, int(year)) for year in rows["year"].unique()})
    calorific, supplied = (
        np.where(electric, signed * per_unit / GJ_PER_MWH, heat) for per_unit in (per_mwh, supply.to_numpy(dtype=float))
    )
    return _part(rows, signed, calorific, supplied)


def _coal_of_supply(activity: Activity, year: int) -> float:
    """Return tce behind a MWh of grid power; of the nearest year where the series lacks one."""
    return electricity_factor(activity.factors, "national", year, COAL_OF_SUPPLY).value


def _part(rows: pd.DataFrame, energy: Floats, standard_coal: Floats, of_supply: Floats) -> pd.DataFrame:
    columns = ["firm", "sector", "item", "group", "base"]
    table = rows[[*columns, "year"]].astype(dict.fromkeys(columns, "str"))
    return table.assign(energy=energy, standard_coal=standard_coal, standard_coal_of_supply=of_supply)
