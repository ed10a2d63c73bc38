"""Every amount that carries carbon to the air is consumed by exactly one method: nothing is dropped, nothing twice."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from carbonpath.core.problems import Problem, Severity
from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.keys import Mask

RELEASING_INPUTS = ("ceramic_raw_material", "regenerated_catalyst", "acid_gas")
"""Groups of inputs that release CO2 though the tables give them no carbon content."""
RELEASING_OUTPUTS = ("nitric_acid", "adipic_acid")
"""Groups of products whose making releases N2O."""


def check_consumption(activity: Activity, consumed: Mapping[str, Mask]) -> list[Problem]:
    """Return what keeps the amounts from being consumed exactly once.

    CP-350 a fuel burnt or flared, an input with carbon or one that releases it otherwise, that no method consumes;
    CP-351 an amount that two methods
    consume; CP-352 a fuel burnt or flared that the reference tables do not know; CP-353 an amount without unit of
    mass, volume or energy; CP-354 (warning) an input that the tables do not know, taken as free of carbon.
    """
    rows = activity.rows
    times = np.zeros(len(rows), dtype=np.int8)
    for mask in consumed.values():
        times += mask
    burnt = isin(rows["activity"], ("combusted", "flared"))
    entering = isin(rows["activity"], ("input",))
    carbon = rows["carbon"].to_numpy(dtype=bool)
    unknown = isin(rows["group"], ("",)) & ~carbon
    leaving = isin(rows["activity"], ("output",))
    releasing = (entering & isin(rows["group"], RELEASING_INPUTS)) | (leaving & isin(rows["group"], RELEASING_OUTPUTS))
    due = (burnt & ~unknown) | (entering & carbon) | releasing
    no_amount = isin(rows["base"], ("",)) & (times > 0)
    problems = _told(rows, due & (times == 0), "CP-350", "error")
    for position in np.flatnonzero(times > 1):
        methods = ", ".join(name for name, mask in consumed.items() if mask[position])
        problems.append(_problem(rows.iloc[position], "CP-351", "error", methods))
    problems += _told(rows, burnt & unknown, "CP-352", "error")
    problems += _told(rows, no_amount, "CP-353", "error")
    problems += _told(rows, entering & unknown, "CP-354", "warning")
    return problems


def _told(rows: pd.DataFrame, mask: Mask, code: str, severity: Severity) -> list[Problem]:
    return [_problem(rows.iloc[position], code, severity) for position in np.flatnonzero(mask)]


def _problem(row: pd.Series, code: str, severity: Severity, methods: str = "") -> Problem:
    details = {name: str(row[name]) for name in ("firm", "facility", "category", "activity", "item", "unit")}
    return Problem(
        code,
        place=str(row["source"]),
        value=repr(float(row["value"])),
        details={**details, "methods": methods},
        severity=severity,
    )
