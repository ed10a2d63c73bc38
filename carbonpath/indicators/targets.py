"""Goals of the plans against what a scenario reaches: met or missed, and by how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from carbonpath.core.units import conversion_factor

Bound = Literal["at_most", "at_least"]

COLUMNS = ["goal", "year", "bound", "wanted", "reached", "gap", "met", "unit"]
"""Columns of a comparison; the gap is negative by what is missing, positive by what is to spare."""
PEAK = "peak"
"""Stands for the year of the peak where a fall is measured from a year."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that can be read from the indicators of a scenario."""

    indicator: str
    """Name of the indicator."""
    boundary: str = ""
    """Boundary; blank: any, if there is one only."""
    sector: str = ""
    """Sector; blank: all."""
    item: str = ""
    """Item; blank: all."""
    per: str = ""
    """Indicator by which it is divided; blank: none."""
    fall_from: int | str | None = None
    """Year, or ``peak``, against which a fall is measured as a share; None: the level counts."""


@dataclass(frozen=True, slots=True)
class Target:
    """A goal by year."""

    name: str
    """Key of the goal."""
    measure: Measure
    """What is measured."""
    bound: Bound
    """From which side the goal bounds it."""
    unit: str
    """Unit of the values."""
    values: Mapping[int, float]
    """Goal by year."""


def compare_targets(indicators: pd.DataFrame, targets: Sequence[Target]) -> pd.DataFrame:
    """Return what one scenario reaches of each goal in each of its years.

    Parameters
    ----------
    indicators
        Table INDICATOR of one scenario.
    targets
        Goals.

    Returns
    -------
    pandas.DataFrame
        ``goal, year, bound, wanted, reached, gap, met, unit`` in the unit of the goal; `reached` is not a number and
        `met` None where the scenario does not tell.
    """
    rows: list[tuple[object, ...]] = []
    for target in targets:
        for year, wanted in sorted(target.values.items()):
            reached = _reached(indicators, target, year)
            gap = reached - wanted if target.bound == "at_least" else wanted - reached
            met = None if pd.isna(reached) else bool(gap >= -TOLERANCE * max(1.0, abs(wanted)))
            rows.append((target.name, year, target.bound, wanted, reached, gap, met, target.unit))
    return pd.DataFrame(rows, columns=COLUMNS).astype({"met": object})


TOLERANCE = 1e-6
"""Relative distance by which a goal may be missed by rounding: a limit of the model binds no better."""


def _reached(indicators: pd.DataFrame, target: Target, year: int) -> float:
    measure = target.measure
    path, unit = _path(indicators, measure.indicator, measure)
    if path.empty:
        return float("nan")
    if unit == "year":
        return float(path.iloc[-1])
    if measure.per:
        path = path / _path(indicators, measure.per, Measure(measure.per))[0]
    if measure.fall_from is None:
        factor = 1.0 if measure.per else conversion_factor(unit, target.unit)
        return float(path.get(year, float("nan"))) * factor
    first = path.idxmax() if measure.fall_from == PEAK else measure.fall_from
    fallen = 1.0 - path.get(year, float("nan")) / path.get(first, float("nan"))
    return float(fallen) * conversion_factor("1", target.unit)


def _path(indicators: pd.DataFrame, name: str, measure: Measure) -> tuple[pd.Series, str]:
    """Return the values of an indicator by year, and their unit."""
    wanted = {"firm": "", "sector": measure.sector, "item": measure.item, "indicator": name}
    if measure.boundary:
        wanted["boundary"] = measure.boundary
    rows = indicators
    for column, value in wanted.items():
        rows = rows.loc[rows[column] == value]
    unit = str(rows["unit"].iloc[0]) if len(rows) else ""
    return rows.set_index("year")["value"].sort_index(), unit
