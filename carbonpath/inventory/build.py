"""From ACTIVITY to EMISSIONS: each amount through the one method that consumes it."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import EMISSIONS
from carbonpath.core.tables import as_table
from carbonpath.inventory.activity import Activity, prepare_activity
from carbonpath.inventory.completeness import check_consumption
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.methods import METHODS
from carbonpath.inventory.specification import Specification
from carbonpath.reference.factors import Factors


def build_inventory(activity: pd.DataFrame, factors: Factors, specification: Specification) -> pd.DataFrame:
    """Return what firms emitted.

    Parameters
    ----------
    activity
        Table ACTIVITY of any number of firms and years, in any order.
    factors
        Reference tables.
    specification
        Guideline of each firm, GWP metric, region of the grid factor.

    Returns
    -------
    pandas.DataFrame
        Table EMISSIONS, in an order that does not depend on the order of `activity`.

    Raises
    ------
    DataError
        With every row that has an unknown unit, no factor, no method or two methods.
    """
    return account_activity(prepare_activity(activity, factors, specification))


def account_activity(activity: Activity) -> pd.DataFrame:
    """Return EMISSIONS of an activity that is prepared already (see `build_inventory`).

    Raises
    ------
    DataError
        With every row that has no factor, no method or two methods.
    """
    consumed = consumption(activity)
    require_valid(check_consumption(activity, consumed), DataError)
    parts: list[pd.DataFrame] = []
    problems: list[Problem] = []
    for method in METHODS:
        mask = consumed[method.NAME]
        if not mask.any():
            continue
        try:
            parts.append(method.emissions(activity.where(mask)))
        except DataError as missing:
            problems += missing.problems
    require_valid(problems, DataError)
    return as_table(pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(), EMISSIONS)


def consumption(activity: Activity) -> dict[str, Mask]:
    """Return which amounts each method consumes."""
    return {method.NAME: method.applies_to(activity.rows) for method in METHODS}
