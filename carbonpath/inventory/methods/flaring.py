"""Gas burnt in flares without use.

``E = Q x NCV x CC x OF x 44/12``, or with measured carbon ``E = Q x (C x OF x 44/12 + x_CO2 x 19.7)``, Q in 10^4 Nm3,
C the carbon other than CO2, x_CO2 the volume fraction of CO2 (property ``flare_co2_fraction``). From the composition
``C = sum of 12 x V_n x CN_n x 10 / 22.4``; from the mean number of carbon atoms CN (property ``flare_carbon_number``),
as for flaring in accidents with ``Q = GF x t``: ``E = GF x t x CN x OF x 44/22.4 x 10``.

NDRC 2014 petrochemical chapter 5 (flares, OF 98 %); a guideline that counts all carbon (CETS-AG-03.01) keeps OF 1.
CO2 only.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.carbon import CO2_PER_CARBON
from carbonpath.inventory.choice import MEASURED_TIER, Choice, fixed, joined, product
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.oxidation import complete_oxidation, oxidation_factor
from carbonpath.inventory.process import from_factor, measured_property, parameter
from carbonpath.inventory.row_uncertainty import interval

NAME = "flaring"

CARBON_PER_ATOM = 12 * 10 / 22.4
"""tC per 10^4 Nm3 of a gas whose molecules hold one carbon atom (12 kg/kmol, 22.4 Nm3/kmol)."""


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are flared."""
    return isin(rows["activity"], ("flared",))


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2 of the gas flared."""
    carbon = activity.content.carbon.otherwise(_by_carbon_number(activity))
    burnt = product(carbon.tier, carbon, flare_oxidation(activity))
    contained = _contained(activity)
    value = burnt.value * CO2_PER_CARBON + contained.value
    factor = activity.dealt(Choice(value, burnt.tier, joined(burnt, contained)))
    return from_factor(activity, NAME, factor, interval(activity.factors, "factor", "flare_mass_balance"))


def _by_carbon_number(activity: Activity) -> Choice:
    """Return tC per 10^4 Nm3 from the mean number of carbon atoms of a molecule; nothing where it is not given."""
    number = measured_property(activity, "flare_carbon_number", "CN")
    volume = np.asarray(activity.keys.base == "1e4_nm3", dtype=bool)
    return Choice(number.value * CARBON_PER_ATOM, number.tier, number.source).where(volume & (number.tier > 0))


def flare_oxidation(activity: Activity) -> Choice:
    """Return the oxidation for each key: measured or complete as the guideline says, else that of flares."""
    rule = oxidation_factor(activity.keys, activity.evidence)
    complete = complete_oxidation(activity.keys, activity.evidence)
    flare = parameter(activity, "flare", "oxidation_factor", "OF")
    return rule.where(complete | (rule.tier == MEASURED_TIER)).otherwise(flare)


def _contained(activity: Activity) -> Choice:
    """Return CO2 that is in the gas already, tCO2 per 10^4 Nm3; zero where the firm gives no fraction."""
    fraction = measured_property(activity, "flare_co2_fraction", "x_CO2")
    density = parameter(activity, "carbon_dioxide", "density", "rho")
    volume = np.asarray(activity.keys.base == "1e4_nm3", dtype=bool)
    given = product(fraction.tier, fraction, density).where(volume & np.isfinite(fraction.value))
    return given.otherwise(fixed(len(volume), 0.0, 0, ""))
