"""Weighted activity of a group of technologies, and the limits set on it."""

from __future__ import annotations

import pandas as pd

from carbonpath.indicators.rows import KEYS, select
from carbonpath.indicators.tables import Tables


def weighted_activity(tables: Tables, group: str) -> pd.DataFrame:
    """Return the activity of the group's members times their weight, one row a member, mode and year."""
    members = tables.groups.loc[tables.groups["group"] == group, ["technology", "weight"]]
    activity = select(tables, "activity")
    rows = activity.loc[activity["technology"].isin(members["technology"])]
    weights = dict(zip(members["technology"], members["weight"], strict=True))
    return rows.assign(value=rows["value"] * rows["technology"].map(weights).astype(float))


def limit_of(tables: Tables, parameter: str, group: str, reference_group: str = "") -> pd.DataFrame:
    """Return the limits of `parameter` on a group by scenario, region and year; without rows if there are none."""
    limits = tables.limits
    wanted = (
        (limits["parameter"] == parameter) & (limits["group"] == group) & (limits["reference_group"] == reference_group)
    )
    return limits.loc[wanted, [*KEYS, "year", "value"]].sort_values([*KEYS, "year"], kind="stable")
