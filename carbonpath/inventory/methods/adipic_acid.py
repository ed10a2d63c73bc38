"""Adipic acid: N2O of the oxidation with nitric acid, less what is destroyed.

``E = sum of AD x EF x (1 - eta x mu) x 10^-3`` (EF in kg/t), eta the share of N2O that abatement destroys, mu the share
of the time in which it runs (properties ``adipic_acid_destruction_efficiency`` and ``adipic_acid_abatement_use``;
without eta nothing is destroyed, without mu it runs always).

NDRC 2013 chemical chapter 5, N2O of adipic acid (300 kg/t); IPCC 2006 Volume 3 Chapter 3 equation 3.8. N2O only.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.inventory.activity import Activity, isin, startswith
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.process import abated, material_number, per_tonne_gas
from carbonpath.inventory.row_uncertainty import interval

NAME = "adipic_acid"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are adipic acid made."""
    made = isin(rows["activity"], ("output",)) & isin(rows["group"], (NAME,))
    found: Mask = startswith(rows["category"], "2B3") & made
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return N2O of the acid made."""
    factor = abated(activity, NAME, material_number(activity, "n2o", "EF_N2O"))
    return per_tonne_gas(activity, NAME, "N2O", factor, interval(activity.factors, "factor", NAME))
