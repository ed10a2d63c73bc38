"""Carbonates decomposed in steelworks, chemical plants and desulphurisation.

``E = sum of AD x EF x F``, EF from the carbon of the carbonate; F is the calcination fraction, and in desulphurisation
the share of carbonate in the agent.

CETS-AG-03.01-V01-2024 section 6 (term ``P x EF``, Table A.2); NDRC 2013 power: ``E = CAL x I x EF x TR``; IPCC 2006
Volume 3 Chapter 2 equation 2.16. CO2 only.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity, isin, startswith
from carbonpath.inventory.choice import fixed
from carbonpath.inventory.defaults import starts_with
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.methods import chemicals
from carbonpath.inventory.process import parameter, released_carbon

NAME = "carbonate_use"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are carbonates that enter steelworks, desulphurisation, chemical plants or other uses."""
    carbonate = isin(rows["activity"], ("input",)) & isin(rows["group"], ("carbonate",))
    chemical = isin(rows["category"], chemicals.CATEGORIES)
    found: Mask = carbonate & (startswith(rows["category"], "2C1", "1A1", "1A2", "2A4") | chemical)
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2 of the carbonates."""
    calcined = parameter(activity, "carbonate", "calcination_fraction", "F")
    agent = starts_with(activity.keys.category, "1A1")
    purity = parameter(activity, "desulphurisation_carbonate", "purity", "I").where(agent)
    share = purity.otherwise(fixed(len(agent), 1.0, 0, "").where(~agent | np.isnan(purity.value)))
    return released_carbon(activity, NAME, calcined, share)
