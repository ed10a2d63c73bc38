"""Sulphur recovery: CO2 that comes with the acid gas.

``E = Q x x_CO2 x 19.7``, Q the acid gas in 10^4 Nm3, x_CO2 its mole fraction of carbon (property
``acid_gas_co2_fraction``, else 20 %).

40 CFR Part 98 section 98.253(f) equation Y-12; the NDRC 2014 petrochemical guideline has no term for it, so a firm's
report under that guideline may leave it out. CO2 only.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.inventory.activity import Activity, isin, startswith
from carbonpath.inventory.choice import product
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.process import from_factor, parameter
from carbonpath.inventory.row_uncertainty import interval

NAME = "sulphur_recovery"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are acid gas fed to sulphur recovery."""
    fed = isin(rows["activity"], ("input",)) & isin(rows["group"], ("acid_gas",))
    found: Mask = startswith(rows["category"], "1A1b", "1B2") & fed
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2 of the acid gas."""
    share = parameter(activity, "acid_gas", "co2_fraction", "x_CO2")
    density = parameter(activity, "carbon_dioxide", "density", "rho")
    factor = activity.dealt(product(share.tier, share, density))
    return from_factor(activity, NAME, factor, interval(activity.factors, "factor", "flare_mass_balance"))
