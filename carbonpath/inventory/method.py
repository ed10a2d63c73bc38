"""What an accounting method is: which rows it consumes, and the EMISSIONS rows it makes of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.inventory.activity import Activity
from carbonpath.inventory.choice import Choice, Floats
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.row_uncertainty import Interval, activity_uncertainty
from carbonpath.reference.gwp import gwp_by_gas


class Method(Protocol):
    """A module of `carbonpath.inventory.methods`.

    Its docstring gives the equation, the guideline and the clause. It reads no files and keeps no state.
    """

    NAME: str

    def applies_to(self, rows: pd.DataFrame) -> Mask:
        """Tell which amounts of an activity the method consumes."""
        ...

    def emissions(self, activity: Activity) -> pd.DataFrame:
        """Return EMISSIONS rows of the amounts that it consumes, which are the rows of `activity`.

        Raises
        ------
        DataError
            With every row for which a factor is missing.
        """
        ...


@dataclass(frozen=True, slots=True)
class Released:
    """Mass of a gas for each amount, and what is known of its factor."""

    gas: str
    """CO2, CH4 or N2O."""
    mass: Floats
    """Mass of the gas in t; negative for carbon that leaves with a product."""
    factor: Choice
    """Tier and origin of the factor."""
    interval: Interval
    """95 % interval of the factor."""
    scope: int = 1
    """1 direct, 2 purchased energy, 0 memo (not added to totals)."""

    def part(self, mask: Mask) -> Released:
        """Return the same for some of the amounts."""
        return replace(self, mass=self.mass[mask], factor=self.factor.at(mask), interval=self.interval.at(mask))


def emission_rows(
    activity: Activity, method: str, released: Released, rows: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return one EMISSIONS row for each amount.

    Parameters
    ----------
    activity
        Amounts.
    method
        Name of the method.
    released
        Mass of the gas for each amount.
    rows
        The amounts to which the masses belong, where they are not those of `activity` (sums of several cells).
    """
    amounts = activity.rows if rows is None else rows
    metric = activity.specification.gwp_metric
    weight = gwp_by_gas(activity.factors, metric)[released.gas] if released.scope else 0.0
    of_activity = activity_uncertainty(amounts, activity.factors)
    of_factor = np.broadcast_to(released.interval.half_width, of_activity.shape)
    table = amounts[["firm", "facility", "sector", "category", "item", "year", "source"]]
    return table.assign(
        scope=released.scope,
        gas=released.gas,
        value=released.mass,
        unit="t",
        co2_equivalent=released.mass * weight,
        gwp_metric=metric,
        method=method,
        tier=released.factor.tier,
        factor_source=released.factor.source,
        uncertainty=np.hypot(of_activity, of_factor),
        activity_uncertainty=of_activity,
        factor_uncertainty=of_factor,
        factor_lower=released.interval.lower,
        factor_upper=released.interval.upper,
    )


def require_factors(rows: pd.DataFrame, factor: Choice, code: str) -> None:
    """Raise if a row found no factor.

    Raises
    ------
    DataError
        `code`, once for each row without a factor.
    """
    missing = np.isnan(factor.value)
    if missing.any():
        raise DataError(*(missing_factor(row, code) for row in rows[missing].to_dict("records")))


def missing_factor(row: dict[object, object] | dict[str, object], code: str) -> Problem:
    """Return the problem of one row that found no factor."""
    told = {str(key): str(value) for key, value in row.items()}
    details = {"item": told["item"], "unit": told["unit"], "firm": told["firm"], "facility": told["facility"]}
    return Problem(code, place=told["source"], value=told["value"], details=details)
