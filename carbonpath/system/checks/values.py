"""Numbers of a system are finite, have the sign that makes sense, and stand once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.system.limits import limit_kinds
from carbonpath.system.system import System

POSITIVE = frozenset({"input_activity_ratio", "output_activity_ratio", "capacity_to_activity", "operational_life"})
"""Parameters that must be above zero: a flow of zero is no flow."""
NOT_NEGATIVE = frozenset(
    {
        "demand",
        "residual_capacity",
        "availability_factor",
        "capital_cost",
        "fixed_cost",
        "emission_price",
    }
) | frozenset(limit_kinds())
"""Parameters that must not be below zero."""
AT_MOST_ONE = frozenset({"availability_factor"})
"""Parameters that are shares."""


def check_values(system: System) -> list[Problem]:
    """Return CP-225 for each number that is not finite or has an impossible sign, CP-222 for each that stands twice."""
    return [problem for name, table in sorted(system.parameters.items()) for problem in _check_table(name, table)]


def _check_table(name: str, table: pd.DataFrame) -> Iterator[Problem]:
    values = table["value"].to_numpy(dtype=float)
    for bound, sane in _bounds(name, values).items():
        for row in np.flatnonzero(~sane):
            place = f"{name}[{_told(table, int(row))}]"
            yield Problem("CP-225", str(table["source"].iloc[row]), place, f"{values[row]:g}", {"bound": bound})
    indices = list(table.columns[:-2])
    for row in np.flatnonzero(table.duplicated(indices)):
        source, value = str(table["source"].iloc[row]), f"{name}[{_told(table, int(row))}]"
        yield Problem("CP-222", source, value=value, details={"key": ", ".join(indices)})


def _bounds(name: str, values: np.typing.NDArray[np.float64]) -> Mapping[str, np.typing.NDArray[np.bool_]]:
    """Return by bound which values keep it; what is not finite is told by the first only."""
    finite = np.isfinite(values)
    found = {"-inf < x < inf": finite}
    if name in POSITIVE:
        found["> 0"] = ~finite | (values > 0)
    if name in NOT_NEGATIVE:
        found[">= 0"] = ~finite | (values >= 0)
    if name in AT_MOST_ONE:
        found["<= 1"] = ~finite | (values <= 1)
    return found


def _told(table: pd.DataFrame, row: int) -> str:
    return ", ".join(str(table[column].iloc[row]) for column in table.columns[:-2])
