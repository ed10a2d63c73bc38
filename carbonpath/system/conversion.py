"""Numbers of the district's files in the units of the model, with the line of every unit that does not fit."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.core.units import conversion_factor
from carbonpath.system.district_checks import lines

SCALE = 1e6
"""Units of coefficients and prices in one unit of the model: t in Mt, GJ in PJ, CNY in million CNY."""


def converted(
    table: pd.DataFrame, targets: Iterable[str], file: str, *, number: str = "value", unit: str = "unit"
) -> pd.Series[float]:
    """Return column `number`, given in the units of column `unit`, in the unit that `targets` names for each row.

    Parameters
    ----------
    table
        Rows of a file of the district; their index counts the rows of the file.
    targets
        Units wanted, one a row.
    file
        Name of the file, for what is told of it.
    number
        Column of numbers.
    unit
        Column of their units.

    Raises
    ------
    DataError
        CP-220 or CP-221 for each row whose unit is unknown or of another kind, with its line.
    """
    factors = line_factors(zip(lines(table), table[unit], targets, strict=True), file, unit)
    return table[number].astype(float) * pd.Series(factors, index=table.index, dtype=float)


def line_factors(rows: Iterable[tuple[int, str, str]], file: str, column: str = "unit") -> list[float]:
    """Return the conversion factor of each row, given as line, unit and unit wanted.

    Raises
    ------
    DataError
        CP-220 or CP-221 for each row whose unit is unknown or of another kind, with its line.
    """
    factors: list[float] = []
    problems: list[Problem] = []
    for line, given, target in rows:
        try:
            factors.append(conversion_factor(given, target))
        except DataError as wrong:
            problems += [Problem(p.code, file, f"{column}, line {line}", p.value, p.details) for p in wrong.problems]
    if problems:
        raise DataError(*problems)
    return factors
