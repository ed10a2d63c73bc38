"""Energy and carbon of what firms did: the table from which a district is calibrated."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.core.schemas import CONTENT
from carbonpath.core.tables import as_table
from carbonpath.inventory.activity import isin, prepare_activity
from carbonpath.inventory.carbon import CO2_PER_CARBON, item_content, oxidation_factor
from carbonpath.inventory.specification import Specification
from carbonpath.reference.factors import Factors

BURNING = ("combusted", "flared")
"""Activities in which carbon is oxidised."""


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
    content = item_content(prepared)
    positions = content.keys.positions
    amount = rows["amount"].to_numpy(dtype=float)
    carbon = np.nan_to_num(content.carbon.at(positions).value) * amount * CO2_PER_CARBON
    oxidation = np.nan_to_num(oxidation_factor(content.keys.table, prepared).at(positions).value)
    burning = isin(rows["activity"], BURNING)
    table = rows.assign(
        mass=np.where(rows["base"] == "t", amount, 0.0),
        energy=np.nan_to_num(content.energy.at(positions).value) * np.nan_to_num(amount),
        co2_content=np.nan_to_num(carbon),
        co2_burnt=np.where(burning, np.nan_to_num(carbon * oxidation), 0.0),
    )
    return as_table(table.astype(dict.fromkeys(rows.columns[rows.dtypes == "category"], "str")), CONTENT)
