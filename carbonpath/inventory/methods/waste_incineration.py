"""Waste burnt in incinerators, with or without use of the heat.

``E_CO2 = sum of IW x CCW x FCF x EF x 44/12``, the part of biogenic carbon ``1 - FCF`` as memo;
``E_CH4, E_N2O = sum of IW x EF x 10^-3`` (EF in kg/t). IW waste burnt, CCW its carbon, FCF the fossil share of the
carbon, EF the share oxidised; measured values come as properties ``municipal_solid_waste_carbon_share`` and so on.

Provincial guidelines of 2011, chapter on waste (defaults by kind of waste); IPCC 2006 Volume 5 Chapter 5 equations 5.1,
5.4 and 5.5. Where the heat is used, the row belongs to category 1A1a; a survey that splits municipal waste into fuels
(msw_fossil, msw_biogenic) is `stationary_combustion`.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.carbon import CO2_PER_CARBON
from carbonpath.inventory.choice import Choice, product
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.method import Released, emission_rows, require_factors
from carbonpath.inventory.process import item_parameter, material_number, per_tonne_gas
from carbonpath.inventory.row_uncertainty import interval

NAME = "waste_incineration"

GROUP = "incinerated_waste"
"""Group of wastes that are accounted as a whole."""


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are wastes burnt as a whole."""
    found: Mask = isin(rows["activity"], ("combusted",)) & isin(rows["group"], (GROUP,))
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2, CH4 and N2O of the waste."""
    parts = _carbon_dioxide(activity)
    for gas in ("CH4", "N2O"):
        width = interval(activity.factors, "factor", f"waste_incineration_{gas.lower()}")
        factor = material_number(activity, gas.lower(), f"EF_{gas}")
        parts.append(per_tonne_gas(activity, NAME, gas, factor, width))
    return pd.concat(parts, ignore_index=True)


def _carbon_dioxide(activity: Activity) -> list[pd.DataFrame]:
    carbon, fossil, burnt = (
        item_parameter(activity, name, symbol)
        for name, symbol in (("carbon_share", "CCW"), ("fossil_share", "FCF"), ("oxidation_factor", "EF"))
    )
    biogenic = Choice(1.0 - fossil.value, fossil.tier, fossil.source)
    tier = np.minimum(carbon.tier, fossil.tier)
    width = interval(activity.factors, "factor", "waste_incineration")
    parts = []
    for share, scope in ((fossil, 1), (biogenic, 0)):
        factor = activity.dealt(product(tier, carbon, share, burnt))
        require_factors(activity.rows, factor, "CP-340")
        mass = activity.rows["amount"].to_numpy() * factor.value * CO2_PER_CARBON
        released = Released("CO2", mass, factor, width, scope)
        some = mass > 0 if scope == 0 else np.ones(len(mass), dtype=bool)
        parts.append(emission_rows(activity.where(some), NAME, released.part(some)))
    return parts
