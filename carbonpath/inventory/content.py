"""Energy and carbon of what firms did: the table from which a district is calibrated."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.core.schemas import CONTENT
from carbonpath.core.tables import as_table
from carbonpath.inventory.activity import Activity, isin, prepare_activity
from carbonpath.inventory.carbon import CO2_PER_CARBON
from carbonpath.inventory.choice import Floats
from carbonpath.inventory.methods.flaring import flare_oxidation
from carbonpath.inventory.oxidation import oxidation_factor
from carbonpath.inventory.specification import Specification
from carbonpath.reference.factors import Factors


def activity_content(activity: pd.DataFrame, factors: Factors, specification: Specification) -> pd.DataFrame:
    """Return table CONTENT: every amount of `activity` with mass, energy and carbon.

    Heating values, carbon contents and oxidation are those with which `build_inventory` accounts the same rows, so a
    model that is calibrated to this table cannot disagree with the inventory.

    Raises
    ------
    DataError
        As `build_inventory` does for rows that cannot be understood.
    """
    prepared = prepare_activity(activity, factors, specification)
    rows = prepared.rows
    amount = np.nan_to_num(rows["amount"].to_numpy(dtype=float))
    carbon = np.nan_to_num(prepared.carbon.value) * amount * CO2_PER_CARBON
    table = rows.assign(
        mass=np.where(rows["base"] == "t", amount, 0.0),
        energy=np.nan_to_num(prepared.energy.value) * amount,
        co2_content=carbon,
        co2_burnt=carbon * np.nan_to_num(_oxidised(prepared)),
    )
    return as_table(table.astype(dict.fromkeys(rows.columns[rows.dtypes == "category"], "str")), CONTENT)


def _oxidised(activity: Activity) -> Floats:
    """Return the share of carbon that is released where the amount is burnt or flared; 0 for other amounts."""
    burnt = activity.dealt(oxidation_factor(activity.keys, activity.evidence)).value
    flared = activity.dealt(flare_oxidation(activity)).value
    did = activity.rows["activity"]
    return np.where(isin(did, ("combusted",)), burnt, np.where(isin(did, ("flared",)), flared, 0.0))
