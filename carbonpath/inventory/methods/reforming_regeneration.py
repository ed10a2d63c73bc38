"""Reforming catalyst that is regenerated in batches: coke on it before less coke after.

``E = MC x (1 - CF_b) x (CF_b / (1 - CF_b) - CF_a / (1 - CF_a)) x 44/12``, MC the catalyst regenerated, CF_b and CF_a
the carbon in it before and after (properties ``reforming_catalyst_carbon_before`` and ``..._carbon_after``).

NDRC 2014 petrochemical chapter 5 (reforming, intermittent regeneration). Continuous regeneration is coke burnt off
(`petrochemicals`, item reforming_coke). CO2 only.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity, isin, startswith
from carbonpath.inventory.carbon import CO2_PER_CARBON
from carbonpath.inventory.choice import Choice, joined
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.method import require_factors
from carbonpath.inventory.process import from_factor, measured_property
from carbonpath.inventory.row_uncertainty import interval

NAME = "reforming_regeneration"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are catalysts regenerated in batches."""
    treated = isin(rows["activity"], ("input",)) & isin(rows["group"], ("regenerated_catalyst",))
    found: Mask = startswith(rows["category"], "1A1b", "2B8") & treated
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return CO2 of the coke burnt off.

    Raises
    ------
    DataError
        CP-346 where the carbon before or after was not measured.
    """
    before, after = (
        measured_property(activity, f"reforming_catalyst_carbon_{when}", symbol)
        for when, symbol in (("before", "CF_b"), ("after", "CF_a"))
    )
    burnt = (1 - before.value) * (before.value / (1 - before.value) - after.value / (1 - after.value))
    tier = np.minimum(before.tier, after.tier)
    factor = activity.dealt(Choice(burnt * CO2_PER_CARBON, tier, joined(before, after)))
    require_factors(activity.rows, factor, "CP-346")
    return from_factor(activity, NAME, factor, interval(activity.factors, "factor", "measured_carbon"))
