"""Refineries and crackers: coke burnt off catalysts and tubes, decoking gas, oxidised asphalt.

``E = MC x CF x OF x 44/12`` for coke burnt off (cracking, continuous reforming, tubes);
``E = Q x (x_CO2 + x_CO) x 19.7`` for decoking gas, Q in 10^4 Nm3, x as volume fractions;
``E = AD x 0.05`` for oxidised asphalt.

NDRC 2014 petrochemical chapter 5. Fuel gas burnt on site is stationary combustion; crude oil, naphtha and other
feedstock are `feedstock`. CO2 only.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.inventory.activity import Activity, isin, startswith
from carbonpath.inventory.choice import Choice, joined
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.method import require_factors
from carbonpath.inventory.process import from_factor, material_number, measured_property, parameter, released_carbon
from carbonpath.inventory.row_uncertainty import interval

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
    default = material_number(activity, "oxidation_factor", "OF")
    oxidation = activity.evidence.measured.choose(activity.keys, "oxidation_factor").otherwise(default)
    return released_carbon(activity, NAME, oxidation)


def _decoking_gas(activity: Activity) -> pd.DataFrame:
    shares = [
        measured_property(activity, f"decoking_gas_{name}_fraction", symbol)
        for symbol, name in (("x_CO2", "co2"), ("x_CO", "co"))
    ]
    density = parameter(activity, "carbon_dioxide", "density", "rho")
    value = (shares[0].value + shares[1].value) * density.value
    factor = activity.dealt(Choice(value, shares[0].tier, joined(*shares, density)))
    require_factors(activity.rows, factor, "CP-344")
    return from_factor(activity, NAME, factor, interval(activity.factors, "factor", "flare_mass_balance"))


def _asphalt(activity: Activity) -> pd.DataFrame:
    factor = activity.dealt(material_number(activity, "process_emission_factor", "EF"))
    return from_factor(activity, NAME, factor, interval(activity.factors, "factor", "co2_stationary"))
