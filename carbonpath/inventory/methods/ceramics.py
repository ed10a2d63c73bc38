"""Ceramics and brick: carbonates in the clay that is fired.

``E = sum of F x eta x (C_CaCO3 x 44/100 + C_MgCO3 x 44/84.3)``, F the raw material, eta the share of it that is fired,
C the contents of calcium and magnesium carbonate (properties ``ceramic_clay_caco3_content`` and
``ceramic_clay_mgco3_content``, dry). Pure carbonates in the body or glaze are `carbonate_use`; fuel, coal gangue in the
clay of bricks too, is `stationary_combustion`.

NDRC 2013 ceramics chapter 5; IPCC 2006 Volume 3 Chapter 2 section 2.5 (ceramics). CO2 only.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity, isin, startswith
from carbonpath.inventory.choice import Choice, fixed, joined
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.method import require_factors
from carbonpath.inventory.process import from_factor, material_number, measured_property
from carbonpath.inventory.row_uncertainty import interval

NAME = "ceramics"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are clays with carbonates that are fired."""
    fired = isin(rows["activity"], ("input",)) & isin(rows["group"], ("ceramic_raw_material",))
    found: Mask = startswith(rows["category"], "2A4") & fired
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2 of the carbonates in the clay.

    Raises
    ------
    DataError
        CP-346 where neither content was measured.
    """
    size = len(activity.keys)
    contents = {
        salt: measured_property(activity, f"ceramic_clay_{salt}_content", symbol)
        for salt, symbol in (("caco3", "C_CaCO3"), ("mgco3", "C_MgCO3"))
    }
    share = material_number(activity, "utilisation", "eta")
    released = np.zeros(size)
    for salt, content in contents.items():
        per_salt = material_number(activity, f"{salt}_emission_factor", "EF")
        released = released + content.otherwise(fixed(size, 0.0, 0, "")).value * per_salt.value
    tier = np.maximum(contents["caco3"].tier, contents["mgco3"].tier)
    told = joined(*(content.otherwise(fixed(size, 0.0, 0, "")) for content in contents.values()), share)
    factor = activity.dealt(Choice(released * share.value, tier, told).where(tier > 0))
    require_factors(activity.rows, factor, "CP-346")
    return from_factor(activity, NAME, factor, interval(activity.factors, "factor", "ceramics"))
