"""Carbon that leaves with the products: crude oil, naphtha, metal and other material that is made into something else.

``E = 0``: nothing is released here. The rows stay in the table, so that every input with carbon is accounted for.

IPCC 2006 Volume 2 Chapter 1 (feedstock is excluded from combustion) and NDRC 2014 petrochemical chapter 5 (only the
listed units of a refinery or cracker emit process CO2). Coal, coke, gas and carbonates are never feedstock here: they
need the category of the process that uses them.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.process import no_emission

NAME = "feedstock"

GROUPS = ("metal", "alloy", "by_product", "clinker", "chemical")
"""Groups of materials that are worked on without releasing their carbon."""

CATEGORIES = ("", "1A1b", "2B8")
"""Categories in which an input may be feedstock; blank: the firm says that it emits nothing."""

CAPTURED = "carbon_dioxide"
"""CO2 bought for use, which is released where it is used."""

_REASON = "carbon leaves with the products"


def applies_to(rows: pd.DataFrame) -> Mask:
    """Tell which amounts are inputs whose carbon leaves with the products."""
    kept = rows["feedstock"].to_numpy(dtype=bool) | isin(rows["group"], GROUPS)
    entering = isin(rows["activity"], ("input",)) & rows["carbon"].to_numpy(dtype=bool)
    found: Mask = entering & kept & isin(rows["category"], CATEGORIES) & ~isin(rows["item"], (CAPTURED,))
    return found


def emissions(activity: Activity) -> pd.DataFrame:
    """Return a zero for each amount."""
    return no_emission(activity, NAME, _REASON)
