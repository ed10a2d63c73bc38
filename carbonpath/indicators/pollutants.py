"""Air pollutants released in the district: SO2, NOx, PM2.5 and VOC by sector, by firm and in all.

Each is a group of the system whose weights are kg per unit of output of a technology; what a technology is not known to
release counts as nothing. Power bought in releases its pollutants elsewhere.
"""

from __future__ import annotations

import pandas as pd

from carbonpath.indicators.groups import weighted_activity
from carbonpath.indicators.rows import as_indicator, complete, stack, sum_by
from carbonpath.indicators.tables import Specification, Tables

POLLUTANTS = ("so2", "nox", "pm25", "voc")
"""Groups of the system, which are also the items."""


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``pollutants`` in kt by pollutant, and by sector and by firm for each."""
    parts = [weighted_activity(tables, name).assign(item=name) for name in POLLUTANTS]
    rows = pd.concat(parts, ignore_index=True)
    if rows.empty:
        return stack([])
    return stack(
        [
            as_indicator(complete(sum_by(rows, *columns), tables), "pollutants", "kt")
            for columns in (("item", "sector"), ("item", "firm"), ("item",))
        ]
    )
