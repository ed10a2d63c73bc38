"""What process methods share: carbon released from a material, numbers of materials, rows counted elsewhere."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity
from carbonpath.inventory.carbon import CO2_PER_CARBON, item_content
from carbonpath.inventory.choice import Choice, Keys, choose_from_tables, choose_measured, fixed, product
from carbonpath.inventory.method import Released, emission_rows, require_factors
from carbonpath.inventory.row_uncertainty import carbon_uncertainty


def released_carbon(activity: Activity, method: str, *share: Choice) -> pd.DataFrame:
    """Return CO2 of the carbon of materials, times shares that are given for each key.

    ``E = AD x C x share x 44/12``.
    """
    content = item_content(activity)
    factor = product(content.carbon.tier, content.carbon, *share).at(content.keys.positions)
    require_factors(activity.rows, factor, "CP-340")
    mass = activity.rows["amount"].to_numpy() * factor.value * CO2_PER_CARBON
    width = carbon_uncertainty(activity.rows, factor.tier, activity.factors)
    return emission_rows(activity, method, Released("CO2", mass, factor, width))


def from_factor(activity: Activity, method: str, factor: Choice, width: float) -> pd.DataFrame:
    """Return CO2 by a factor that is given for each row: ``E = AD x EF``."""
    require_factors(activity.rows, factor, "CP-340")
    mass = activity.rows["amount"].to_numpy() * factor.value
    return emission_rows(activity, method, Released("CO2", mass, factor, width))


def no_emission(activity: Activity, method: str, reason: str) -> pd.DataFrame:
    """Return rows of zero for amounts whose carbon is counted elsewhere, so that none is dropped silently."""
    size = len(activity.rows)
    return emission_rows(activity, method, Released("CO2", np.zeros(size), fixed(size, 0.0, 0, reason), 0.0))


def parameter(keys: Keys, activity: Activity, item: str, name: str, symbol: str) -> Choice:
    """Return a parameter that does not belong to the item of the key.

    Parameters
    ----------
    keys
        Distinct keys.
    activity
        The activity, with its measured properties.
    item
        Material of the reference table; with `name` after it the item of the measured ``property`` that comes first.
    name
        Property of the reference table.
    symbol
        Symbol in the line that tells the origin.
    """
    measured = choose_measured(keys.table, activity.properties, "property", symbol, f"{item}_{name}")
    numbers = activity.factors.process_factors
    numbers = numbers[(numbers["material"] == item) & (numbers["property"] == name)]
    table = choose_from_tables(keys.table.assign(item=item), activity.guidelines, numbers, "material", symbol)
    return measured.otherwise(table)


def material_number(keys: Keys, activity: Activity, name: str, symbol: str) -> Choice:
    """Return a number of the material of each key from the tables of the guideline."""
    numbers = activity.factors.process_factors
    numbers = numbers[numbers["property"] == name]
    return choose_from_tables(keys.table, activity.guidelines, numbers, "material", symbol)
