"""How much carbon and energy an amount of a fuel or material holds, and where the number comes from.

Carbon per unit of amount, first that is known:

1. ``C_ar`` measured at the firm (tC per t or per 1e4 Nm3);
2. ``NCV x CC``: each measured at the firm, else of the firm of the district that supplied the fuel, else of the firm's
   guideline, else of the general table; amounts in energy need ``CC`` alone;
3. the factor of the material (tC/t, or tCO2/t x 12/44), of the guideline, else of the general table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity
from carbonpath.inventory.choice import (
    GUIDELINE_TIER,
    MEASURED_TIER,
    Choice,
    Keys,
    choose_from_tables,
    choose_measured,
    distinct_keys,
    fixed,
    nothing,
    product,
)
from carbonpath.inventory.supply import from_supplier

CO2_PER_CARBON = 44 / 12
"""Mass of CO2 for each mass of carbon (molar masses 44 and 12)."""


@dataclass(frozen=True, slots=True)
class ItemContent:
    """Carbon and energy per unit of amount, for each key of an activity."""

    keys: Keys
    """Keys of the rows."""
    carbon: Choice
    """tC per unit of amount."""
    energy: Choice
    """GJ per unit of amount; NaN where no heating value is known."""


def item_content(activity: Activity) -> ItemContent:
    """Return carbon and energy per unit of amount for the keys of `activity`."""
    keys = distinct_keys(activity.rows)
    table = keys.table
    energy = _chosen(table, activity, "net_calorific_value", "NCV")
    energy = _in_energy(table).otherwise(energy)
    per_energy = _chosen(table, activity, "carbon_content", "CC")
    chain = product(np.minimum(energy.tier, per_energy.tier), energy, per_energy)
    measured_chain = chain.where(_measured(table, activity, "carbon_content", "CC").tier > 0)
    direct = _measured(table, activity, "carbon_content_mass", "C_ar")
    supplied = _supplied(table, activity, lambda asked: _measured(asked, activity, "carbon_content_mass", "C_ar"))
    carbon = (
        direct.otherwise(measured_chain)
        .otherwise(supplied)
        .otherwise(chain)
        .otherwise(_material_carbon(table, activity))
    )
    return ItemContent(keys, carbon, energy)


def oxidation_factor(keys: pd.DataFrame, activity: Activity) -> Choice:
    """Return the share of carbon oxidised for each key: measured, else as the firm's guideline says."""
    complete = keys["guideline"].map({name: g.oxidation == "complete" for name, g in activity.guidelines.items()})
    lines = "OF 1 (" + keys["guideline"] + ": complete oxidation)"
    rule = Choice(np.ones(len(keys)), np.full(len(keys), GUIDELINE_TIER), lines.to_numpy(dtype=object))
    measured = choose_measured(keys, activity.properties, "oxidation_factor", "OF")
    numbers = activity.factors.fuel_factors[activity.factors.fuel_factors["property"] == "oxidation_factor"]
    table = choose_from_tables(keys, activity.guidelines, numbers, "fuel", "OF")
    return measured.otherwise(rule.where(complete.to_numpy(dtype=bool))).otherwise(table)


def _chosen(keys: pd.DataFrame, activity: Activity, name: str, symbol: str) -> Choice:
    """Return a number of fuels: measured, else of the supplier, else of the guideline, else of the general table."""

    def of_maker(asked: pd.DataFrame) -> Choice:
        return _measured(asked, activity, name, symbol).otherwise(_default(asked, activity, name, symbol))

    measured = _measured(keys, activity, name, symbol)
    return measured.otherwise(_supplied(keys, activity, of_maker)).otherwise(_default(keys, activity, name, symbol))


def _measured(keys: pd.DataFrame, activity: Activity, name: str, symbol: str) -> Choice:
    return choose_measured(keys, activity.properties, name, symbol)


def _supplied(keys: pd.DataFrame, activity: Activity, choose: Callable[[pd.DataFrame], Choice]) -> Choice:
    return from_supplier(keys, activity.suppliers, activity.guideline_by_firm, choose)


def _default(keys: pd.DataFrame, activity: Activity, name: str, symbol: str) -> Choice:
    numbers = activity.factors.fuel_factors
    numbers = numbers[numbers["property"] == name]
    if name == "net_calorific_value":
        numbers = numbers.assign(base=numbers["unit"].str.removeprefix("GJ/"))
    return choose_from_tables(keys, activity.guidelines, numbers, "fuel", symbol)


def _in_energy(keys: pd.DataFrame) -> Choice:
    """Return 1 GJ per unit for amounts that are given in energy."""
    identity = fixed(len(keys), 1.0, MEASURED_TIER, "")
    return identity.where((keys["base"] == "GJ").to_numpy())


def _material_carbon(keys: pd.DataFrame, activity: Activity) -> Choice:
    table = activity.factors.process_factors
    by_mass = (keys["base"] == "t").to_numpy()
    result = nothing(len(keys))
    for name, symbol, scale in (("carbon_content_mass", "C", 1.0), ("emission_factor", "EF", 1 / CO2_PER_CARBON)):
        numbers = table[table["property"] == name]
        found = choose_from_tables(keys, activity.guidelines, numbers, "material", symbol).where(by_mass)
        result = result.otherwise(Choice(found.value * scale, found.tier, found.source))
    return result
