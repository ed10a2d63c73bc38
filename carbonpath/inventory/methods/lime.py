"""Lime kilns: CO2 of the carbonates charged, or, where only the lime is known, of the lime made.

``E = sum of AD x EF x F`` for limestone, dolomite and other carbonates, F the calcination fraction;
``E = sum of Q_lime x EF x F_LKD`` where a kiln reports no carbonates, F_LKD the correction for kiln dust.

CETS-AG-03.01-V01-2024 (lime of steelworks: term ``P x EF``, Table A.2; lime bought is not counted); IPCC 2006 Volume 3
Chapter 2 equations 2.6 and 2.7; provincial guidelines of 2011. CO2 only.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.inventory.activity import Activity, isin, startswith
from carbonpath.inventory.choice import product
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.places import at_same_place
from carbonpath.inventory.process import from_factor, material_number, no_emission, parameter, released_carbon
from carbonpath.inventory.row_uncertainty import interval

NAME = "lime"

_WITH_CARBONATES = "counted with the carbonates charged"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are carbonates charged to lime kilns, or lime that they make."""
    charged = isin(rows["activity"], ("input",)) & isin(rows["group"], ("carbonate",))
    made = isin(rows["activity"], ("output",)) & isin(rows["group"], ("lime",))
    found: Mask = startswith(rows["category"], "2A2") & (charged | made)
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2 of the carbonates, or of the lime of kilns that report none."""
    charged = isin(activity.rows["activity"], ("input",))
    known = at_same_place(activity.rows, charged)
    carbonates = activity.where(charged)
    calcined = parameter(carbonates, "carbonate", "calcination_fraction", "F")
    parts = (
        released_carbon(carbonates, NAME, calcined),
        _made(activity.where(~charged & ~known)),
        no_emission(activity.where(~charged & known), NAME, _WITH_CARBONATES),
    )
    return pd.concat(parts, ignore_index=True)


def _made(activity: Activity) -> pd.DataFrame:
    of_lime = material_number(activity, "process_emission_factor", "EF")
    dust = parameter(activity, "lime", "kiln_dust_correction", "F_LKD")
    factor = activity.dealt(product(of_lime.tier, of_lime, dust))
    return from_factor(activity, NAME, factor, interval(activity.factors, "factor", "lime"))
