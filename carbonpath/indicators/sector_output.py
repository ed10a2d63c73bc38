"""What each sector makes, in the unit of its main product: crude steel, electricity, steam, crude oil run and ethylene.

The products stand in ``items.toml``; a sector that none of them names has no output.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.indicators.items import items_of
from carbonpath.indicators.rows import as_indicator, complete, select, stack, sum_by
from carbonpath.indicators.tables import Specification, Tables

FAMILY = "sector_product"
"""Family of items by the product that measures a sector."""


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``sector_output`` by sector, each in its own unit; sectors are not to be added up."""
    made = select(tables, "production")
    measured = (items_of(FAMILY, made["base"]) == made["sector"]) & ~made["role"].isin(("purchase", "exchange"))
    rows = made.loc[measured]
    units = dict(zip(rows["sector"], rows["unit"], strict=True))
    parts = [
        as_indicator(complete(sum_by(rows.loc[rows["sector"] == sector], "sector"), tables), "sector_output", unit)
        for sector, unit in sorted(units.items())
    ]
    return stack(parts)
