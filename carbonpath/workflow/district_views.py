"""Tables in which a district is looked at beside its emissions: trade between firms, reports of firms, energy."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.answers.accounts import BRIDGE, TRANSFERS
from carbonpath.core.tables import as_table
from carbonpath.inventory.activity import Activity
from carbonpath.inventory.bridge import report_bridge
from carbonpath.inventory.energy_balance import energy_balance
from carbonpath.inventory.transfers import transfer_ledger


def district_views(emissions: pd.DataFrame, activity: Activity) -> dict[str, pd.DataFrame]:
    """Return the tables by the name of their file: transfers, bridge, energy_balance."""
    ledger = transfer_ledger(activity)
    carbon = ["sold_carbon", "bought_carbon"]
    return {
        "transfers": as_table(ledger.assign(**ledger[carbon].fillna(0.0)), TRANSFERS),
        "bridge": as_table(report_bridge(emissions, activity), BRIDGE),
        "energy_balance": energy_balance(activity),
    }
