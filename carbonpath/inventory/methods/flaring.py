"""Gas burnt in flares without use.

``E = Q x NCV x CC x OF x 44/12``, or with measured carbon ``E = Q x (C x OF x 44/12 + x_CO2 x 19.7)``, Q in 10^4 Nm3,
C the carbon other than CO2, x_CO2 the volume fraction of CO2.

NDRC 2014 petrochemical chapter 5 (flares, OF 98 %); a guideline that counts all carbon (CETS-AG-03.01) keeps OF 1.
CO2 only.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity, Mask, isin
from carbonpath.inventory.carbon import CO2_PER_CARBON, item_content, oxidation_factor
from carbonpath.inventory.choice import MEASURED_TIER, Choice, Keys, choose_measured, fixed, product
from carbonpath.inventory.process import from_factor, parameter
from carbonpath.inventory.row_uncertainty import half_width

NAME = "flaring"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are flared."""
    return isin(rows["activity"], ("flared",))


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2 of the gas flared."""
    content = item_content(activity)
    positions = content.keys.positions
    burnt = product(content.carbon.tier, content.carbon, _oxidation(content.keys, activity))
    contained = _contained(content.keys, activity)
    told = np.array([" | ".join(filter(None, line)) for line in zip(burnt.source, contained.source, strict=True)])
    value = burnt.value * CO2_PER_CARBON + contained.value
    factor = Choice(value, burnt.tier, told.astype(object)).at(positions)
    return from_factor(activity, NAME, factor, half_width(activity.factors, "factor", "flare_mass_balance"))


def _oxidation(keys: Keys, activity: Activity) -> Choice:
    """Return the oxidation: measured or complete as the guideline says, else that of flares."""
    rule = oxidation_factor(keys.table, activity)
    complete = keys.table["guideline"].map({name: g.oxidation == "complete" for name, g in activity.guidelines.items()})
    flare = parameter(keys, activity, "flare", "oxidation_factor", "OF")
    return rule.where(complete.to_numpy(dtype=bool) | (rule.tier == MEASURED_TIER)).otherwise(flare)


def _contained(keys: Keys, activity: Activity) -> Choice:
    """Return CO2 that is in the gas already, tCO2 per 10^4 Nm3; zero where the firm gives no fraction."""
    fraction = choose_measured(keys.table, activity.properties, "property", "x_CO2", "flare_co2_fraction")
    density = parameter(keys, activity, "carbon_dioxide", "density", "rho")
    volume = (keys.table["base"] == "1e4_nm3").to_numpy()
    given = product(fraction.tier, fraction, density).where(volume & np.isfinite(fraction.value))
    return given.otherwise(fixed(len(volume), 0.0, 0, ""))
