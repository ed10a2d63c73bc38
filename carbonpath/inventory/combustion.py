"""What stationary and mobile combustion share: CO2 from carbon, CH4 and N2O from energy."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity
from carbonpath.inventory.carbon import CO2_PER_CARBON
from carbonpath.inventory.choice import DEFAULT_TIER, Choice, Floats, product
from carbonpath.inventory.method import Released, emission_rows, require_factors
from carbonpath.inventory.oxidation import oxidation_factor
from carbonpath.inventory.process import item_parameter
from carbonpath.inventory.row_uncertainty import Interval, carbon_interval

TONNE_PER_GJ = 1e-6
"""t per GJ for each kg per TJ."""


def carbon_dioxide(activity: Activity, method: str) -> list[pd.DataFrame]:
    """Return CO2 of fuels burnt: fossil in scope 1, biogenic as memo.

    ``E = FC x NCV x CC x OF x 44/12``, split by the biogenic share of the fuel's carbon.
    """
    rows, carbon = activity.rows, activity.content.carbon
    oxidation = oxidation_factor(activity.keys, activity.evidence)
    require_factors(rows, activity.carbon, "CP-340")
    require_factors(rows, activity.dealt(oxidation), "CP-341")
    factor = activity.dealt(product(carbon.tier, carbon, oxidation))
    mass = rows["amount"].to_numpy() * factor.value * CO2_PER_CARBON
    width = carbon_interval(rows, factor.tier, activity.factors)
    biogenic = _biogenic_share(activity)
    fossil = Released("CO2", mass * (1 - biogenic), factor, width)
    memo = Released("CO2", mass * biogenic, factor, width, scope=0)
    return [
        emission_rows(activity.where(some), method, released.part(some))
        for some, released in ((biogenic < 1, fossil), (biogenic > 0, memo))
    ]


def energy_gas(activity: Activity, method: str, gas: str, per_energy: Choice, width: Interval) -> pd.DataFrame:
    """Return CH4 or N2O of fuels burnt.

    ``E = FC x NCV x EF x 10^-6`` with EF in kg/TJ and FC x NCV in GJ.
    """
    require_factors(activity.rows, activity.energy, "CP-342")
    require_factors(activity.rows, activity.dealt(per_energy), "CP-343")
    tier = np.minimum(per_energy.tier, DEFAULT_TIER)
    factor = activity.dealt(product(tier, activity.content.energy, per_energy))
    mass = activity.rows["amount"].to_numpy() * factor.value * TONNE_PER_GJ
    return emission_rows(activity, method, Released(gas, mass, factor, width))


def _biogenic_share(activity: Activity) -> Floats:
    """Return the share of carbon that is biogenic: measured (property ``ITEM_biogenic_share``), else of the fuel."""
    fuels, items = activity.factors.fuels, activity.rows["item"]
    shares = dict(zip(fuels["fuel"], fuels["biogenic_share"], strict=True))
    by_item = np.array([shares.get(str(item), 0.0) for item in items.cat.categories], dtype=float)
    default: Floats = by_item[items.cat.codes.to_numpy()]
    measured = activity.dealt(item_parameter(activity, "biogenic_share", "b")).value
    return np.where(np.isnan(measured), default, measured)
