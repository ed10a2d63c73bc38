"""How much carbon and energy an amount of a fuel or material holds, and where the number comes from.

Carbon per unit of amount, first that is known:

1. ``C_ar`` measured at the firm (tC per t or per 1e4 Nm3);
2. ``NCV x CC``: each measured at the firm, else of the firm's guideline, else of the general table;
   amounts in energy need ``CC`` alone;
3. the factor of the material (tC/t, or tCO2/t x 12/44), of the guideline, else of the general table.
"""

from __future__ import annotations

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
    nothing,
    product,
)

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
    energy = _net_calorific_value(keys.table, activity)
    per_energy = _carbon_per_energy(keys.table, activity)
    chain = product(np.minimum(energy.tier, per_energy.tier), energy, per_energy)
    direct = choose_measured(keys.table, activity.properties, "carbon_content_mass", "C_ar")
    material = _material_carbon(keys.table, activity)
    carbon = direct.otherwise(chain.where(np.isfinite(chain.value))).otherwise(material)
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


def _net_calorific_value(keys: pd.DataFrame, activity: Activity) -> Choice:
    numbers = activity.factors.fuel_factors[activity.factors.fuel_factors["property"] == "net_calorific_value"]
    numbers = numbers.assign(base=numbers["unit"].str.removeprefix("GJ/"))
    in_energy = (keys["base"] == "GJ").to_numpy()
    identity = Choice(np.ones(len(keys)), np.full(len(keys), MEASURED_TIER), np.full(len(keys), "", dtype=object))
    return (
        identity.where(in_energy)
        .otherwise(choose_measured(keys, activity.properties, "net_calorific_value", "NCV"))
        .otherwise(choose_from_tables(keys, activity.guidelines, numbers, "fuel", "NCV"))
    )


def _carbon_per_energy(keys: pd.DataFrame, activity: Activity) -> Choice:
    numbers = activity.factors.fuel_factors[activity.factors.fuel_factors["property"] == "carbon_content"]
    measured = choose_measured(keys, activity.properties, "carbon_content", "CC")
    return measured.otherwise(choose_from_tables(keys, activity.guidelines, numbers, "fuel", "CC"))


def _material_carbon(keys: pd.DataFrame, activity: Activity) -> Choice:
    table = activity.factors.process_factors
    by_mass = (keys["base"] == "t").to_numpy()
    result = nothing(len(keys))
    for name, symbol, scale in (("carbon_content_mass", "C", 1.0), ("emission_factor", "EF", 1 / CO2_PER_CARBON)):
        numbers = table[table["property"] == name]
        found = choose_from_tables(keys, activity.guidelines, numbers, "material", symbol).where(by_mass)
        result = result.otherwise(Choice(found.value * scale, found.tier, found.source))
    return result
