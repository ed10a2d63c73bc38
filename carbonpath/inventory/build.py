"""From ACTIVITY to EMISSIONS: each amount through the one method that consumes it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import EMISSIONS
from carbonpath.core.tables import as_table
from carbonpath.inventory.activity import Activity, prepare_activity
from carbonpath.inventory.completeness import check_consumption
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
    prepared = prepare_activity(activity, factors, specification)
    consumed = {method.NAME: method.applies_to(prepared.rows) for method in METHODS}
    require_valid(check_consumption(prepared, consumed), DataError)
    parts: list[pd.DataFrame] = []
    problems: list[Problem] = []
    for method in METHODS:
        mask = consumed[method.NAME]
        if not mask.any():
            continue
        try:
            parts.append(method.emissions(prepared.where(mask)))
        except DataError as missing:
            problems += missing.problems
    require_valid(problems, DataError)
    return as_table(_joined(parts), EMISSIONS)


def check_inventory(activity: pd.DataFrame, factors: Factors, specification: Specification) -> list[Problem]:
    """Return warnings and errors of an inventory without making it; see `check_consumption`.

    Raises
    ------
    DataError
        If the activity cannot be prepared (see `prepare_activity`).
    """
    prepared = prepare_activity(activity, factors, specification)
    return check_consumption(prepared, consumption(prepared))


def consumption(prepared: Activity) -> dict[str, np.typing.NDArray[np.bool_]]:
    """Return which amounts each method consumes."""
    return {method.NAME: method.applies_to(prepared.rows) for method in METHODS}


def _joined(parts: list[pd.DataFrame]) -> pd.DataFrame:
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=EMISSIONS.names)
