"""What process methods share: carbon released from a material, numbers of materials, rows counted elsewhere."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity
from carbonpath.inventory.carbon import CO2_PER_CARBON
from carbonpath.inventory.choice import Choice, fixed, joined, product
from carbonpath.inventory.defaults import choose_default, material_defaults
from carbonpath.inventory.method import Released, emission_rows, require_factors
from carbonpath.inventory.row_uncertainty import EXACT, Interval, carbon_interval

TONNE_PER_KG = 1e-3


def released_carbon(activity: Activity, method: str, *share: Choice) -> pd.DataFrame:
    """Return CO2 of the carbon of materials, times shares that are given for each key.

    ``E = AD x C x share x 44/12``.
    """
    carbon = activity.content.carbon
    factor = activity.dealt(product(carbon.tier, carbon, *share))
    require_factors(activity.rows, factor, "CP-340")
    mass = activity.rows["amount"].to_numpy() * factor.value * CO2_PER_CARBON
    width = carbon_interval(activity.rows, factor.tier, activity.factors)
    return emission_rows(activity, method, Released("CO2", mass, factor, width))


def from_factor(activity: Activity, method: str, factor: Choice, width: Interval) -> pd.DataFrame:
    """Return CO2 by a factor that is given for each row: ``E = AD x EF``."""
    require_factors(activity.rows, factor, "CP-340")
    mass = activity.rows["amount"].to_numpy() * factor.value
    return emission_rows(activity, method, Released("CO2", mass, factor, width))


def per_tonne_gas(activity: Activity, method: str, gas: str, factor: Choice, width: Interval) -> pd.DataFrame:
    """Return CH4 or N2O by a factor in kg/t that is given for each key: ``E = AD x EF x 10^-3``."""
    dealt = activity.dealt(factor)
    require_factors(activity.rows, dealt, "CP-343")
    mass = activity.rows["amount"].to_numpy() * dealt.value * TONNE_PER_KG
    return emission_rows(activity, method, Released(gas, mass, dealt, width))


def abated(activity: Activity, name: str, factor: Choice) -> Choice:
    """Return a factor for each key times ``1 - eta x mu``: what abatement leaves, as the firm measured it."""
    size = len(activity.keys)
    destroyed = measured_property(activity, f"{name}_destruction_efficiency", "eta")
    used = measured_property(activity, f"{name}_abatement_use", "mu")
    left = 1.0 - destroyed.otherwise(fixed(size, 0.0, 0, "")).value * used.otherwise(fixed(size, 1.0, 0, "")).value
    return Choice(factor.value * left, factor.tier, joined(factor, destroyed, used))


def no_emission(activity: Activity, method: str, reason: str) -> pd.DataFrame:
    """Return rows of zero for amounts whose carbon is counted elsewhere, so that none is dropped silently."""
    size = len(activity.rows)
    return emission_rows(activity, method, Released("CO2", np.zeros(size), fixed(size, 0.0, 0, reason), EXACT))


def parameter(activity: Activity, item: str, name: str, symbol: str) -> Choice:
    """Return for each key a parameter that does not belong to the item of the key.

    Parameters
    ----------
    activity
        The activity, with its keys and measured properties.
    item
        Material of the reference table; with `name` after it the item of the measured ``property`` that comes first.
    name
        Property of the reference table.
    symbol
        Symbol in the line that tells the origin.
    """
    measured = measured_property(activity, f"{item}_{name}", symbol)
    defaults = material_defaults(activity.factors, name, symbol)
    items = np.full(len(activity.keys), item, dtype=object)
    return measured.otherwise(choose_default(activity.keys, activity.guidelines, defaults, items))


def item_parameter(activity: Activity, name: str, symbol: str) -> Choice:
    """Return for each key a parameter of its item: the measured ``property`` ``ITEM_NAME``, else the tables' number."""
    found = material_number(activity, name, symbol)
    for item in sorted(set(activity.keys.item)):
        of_item = np.asarray(activity.keys.item == item, dtype=bool)
        found = measured_property(activity, f"{item}_{name}", symbol).where(of_item).otherwise(found)
    return found


def measured_property(activity: Activity, item: str, symbol: str) -> Choice:
    """Return for each key the ``property`` named `item` that the firm measured."""
    return activity.evidence.measured.choose_property(activity.keys, item, symbol)


def material_number(activity: Activity, name: str, symbol: str) -> Choice:
    """Return for each key a number of its material from the tables of the guideline."""
    defaults = material_defaults(activity.factors, name, symbol)
    return choose_default(activity.keys, activity.guidelines, defaults)
