"""Sinter, pellets, blast furnace and steel shop: carbon that enters less carbon that leaves with iron, steel and gas.

``E = (sum of inputs AD x C - sum of outputs AD x C) x 44/12`` per process unit.

CETS-AG-03.01-V01-2024 process equation ``E_j`` (outputs: blast-furnace and converter gas) with the materials of
Table A.2; IPCC 2006 Volume 3 Chapter 4 equation 4.9 (Tier 2). Carbonates are counted by `carbonate_use`. Slag carbon is
not deducted, as the guideline says.

``E_CH4 = Q_sinter x EF x 10^-3`` (EF in kg/t of sinter): IPCC 2019 Refinement Volume 3 Chapter 4.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.balance import balance_rows, carbon_streams
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.process import material_number, per_tonne_gas
from carbonpath.inventory.row_uncertainty import interval

NAME = "iron_and_steel"

CATEGORY = "2C1"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts enter or leave iron and steel making with carbon."""
    carbonate = isin(rows["group"], ("carbonate",))
    streams = carbon_streams(rows) & ~carbonate
    found: Mask = (isin(rows["category"], (CATEGORY,)) & streams) | _sinter(rows)
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return the carbon balance of the process units, and CH4 of the sinter made."""
    sinter = _sinter(activity.rows)
    made = activity.where(sinter)
    factor = material_number(made, "ch4", "EF_CH4")
    methane = per_tonne_gas(made, NAME, "CH4", factor, interval(activity.factors, "factor", "sinter_ch4"))
    parts = (balance_rows(activity.where(~sinter), NAME), methane.assign(category=CATEGORY))
    return pd.concat(parts, ignore_index=True)


def _sinter(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are sinter made; it carries no carbon, so that its category may be blank."""
    made = isin(rows["activity"], ("output",)) & isin(rows["item"], ("sinter",))
    found: Mask = made & isin(rows["category"], (CATEGORY, ""))
    return found
