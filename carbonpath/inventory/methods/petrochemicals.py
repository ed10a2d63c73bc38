"""Refineries and crackers: coke burnt off catalysts and tubes, decoking gas, oxidised asphalt.

``E = MC x CF x OF x 44/12`` for coke burnt off (cracking, continuous reforming, tubes);
``E = Q x (x_CO2 + x_CO) x 19.7`` for decoking gas, Q in 10^4 Nm3, x as volume fractions;
``E = AD x 0.05`` for oxidised asphalt.

NDRC 2014 petrochemical chapter 5. Fuel gas burnt on site is stationary combustion; crude oil, naphtha and other
feedstock are `feedstock`. CO2 only.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity, Mask, isin, startswith
from carbonpath.inventory.choice import Choice, choose_from_tables, choose_measured, distinct_keys
from carbonpath.inventory.method import require_factors
from carbonpath.inventory.process import from_factor, material_number, parameter, released_carbon
from carbonpath.inventory.row_uncertainty import half_width

NAME = "petrochemicals"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are catalyst coke, decoking gas or asphalt of refineries and crackers."""
    entering = isin(rows["activity"], ("input",)) & isin(rows["group"], ("catalyst_coke",))
    leaving = isin(rows["activity"], ("output",)) & isin(rows["item"], ("decoking_gas", "oxidised_asphalt"))
    found: Mask = startswith(rows["category"], "1A1b", "2B8") & (entering | leaving)
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2 of coke burnt off, decoking gas and asphalt."""
    rows = activity.rows
    coke = isin(rows["group"], ("catalyst_coke",))
    gas = isin(rows["item"], ("decoking_gas",))
    asphalt = isin(rows["item"], ("oxidised_asphalt",))
    parts = (
        _coke(activity.where(coke)),
        _decoking_gas(activity.where(gas)),
        _asphalt(activity.where(asphalt)),
    )
    return pd.concat(parts, ignore_index=True)


def _coke(activity: Activity) -> pd.DataFrame:
    keys = distinct_keys(activity.rows)
    numbers = activity.factors.process_factors[activity.factors.process_factors["property"] == "oxidation_factor"]
    default = choose_from_tables(keys.table, activity.guidelines, numbers, "material", "OF")
    oxidation = choose_measured(keys.table, activity.properties, "oxidation_factor", "OF").otherwise(default)
    return released_carbon(activity, NAME, oxidation)


def _decoking_gas(activity: Activity) -> pd.DataFrame:
    keys = distinct_keys(activity.rows)
    shares = [
        choose_measured(keys.table, activity.properties, "property", symbol, f"decoking_gas_{name}_fraction")
        for symbol, name in (("x_CO2", "co2"), ("x_CO", "co"))
    ]
    density = parameter(keys, activity, "carbon_dioxide", "density", "rho")
    told = [" | ".join(filter(None, line)) for line in zip(*(c.source for c in (*shares, density)), strict=True)]
    value = (shares[0].value + shares[1].value) * density.value
    factor = Choice(value, shares[0].tier, np.array(told, dtype=object)).at(keys.positions)
    require_factors(activity.rows, factor, "CP-344")
    return from_factor(activity, NAME, factor, half_width(activity.factors, "factor", "flare_mass_balance"))


def _asphalt(activity: Activity) -> pd.DataFrame:
    keys = distinct_keys(activity.rows)
    factor = material_number(keys, activity, "process_emission_factor", "EF").at(keys.positions)
    return from_factor(activity, NAME, factor, half_width(activity.factors, "factor", "co2_stationary"))
