"""Selecting rows of RESULT with what their names stand for, and turning sums into rows of INDICATOR."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from carbonpath.core.errors import VerificationError
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import empty_table
from carbonpath.indicators.tables import Tables

KEYS = ("scenario", "region")
"""Columns by which every indicator is told apart, besides the year."""

CLOSURE = 1e-6
"""Relative difference within which two ways of computing one number agree."""


def select(tables: Tables, quantity: str) -> pd.DataFrame:
    """Return the rows of `quantity` with what their technology and commodity stand for.

    Columns beside those of RESULT: firm (`SHARED` for nobody's), sector, library_id, role, main_output; base, kind,
    fuel, tce_per_unit.
    """
    found = tables.joined.get(quantity)
    return next(iter(tables.joined.values())).iloc[:0] if found is None else found


def sum_by(rows: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Return the sum of `value` by scenario, region, the `columns` given, and year."""
    by = [*KEYS, *columns, "year"]
    return rows.groupby(by, sort=True)["value"].sum().reset_index()


def complete(rows: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Return `rows` with a zero in each year of the scenario that has none: RESULT leaves zeros out.

    Parameters
    ----------
    rows
        Sums by scenario, region, year and any other columns.
    tables
        Tables that know the years of each scenario.
    """
    others = [name for name in rows.columns if name not in ("year", "value")]
    zeros = rows[others].drop_duplicates().merge(tables.years, on="scenario", how="inner").assign(value=0.0)
    if len(zeros) == len(rows):
        return rows
    together = pd.concat([rows, zeros], ignore_index=True)
    return together.groupby([*others, "year"], sort=True)["value"].sum().reset_index()


def as_indicator(rows: pd.DataFrame, indicator: str, unit: str, boundary: str = "") -> pd.DataFrame:
    """Return `rows` as INDICATOR rows of one name, unit and boundary; blank where they are not broken down."""
    blank = {name: "" for name in ("firm", "sector", "item") if name not in rows.columns}
    return rows.assign(**blank, indicator=indicator, unit=unit, boundary=boundary)[INDICATOR.names]


def stack(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Return INDICATOR tables under one another."""
    filled = [part for part in parts if not part.empty]
    return pd.concat(filled, ignore_index=True) if filled else empty_table(INDICATOR)


def ratio(numerator: pd.DataFrame, denominator: pd.DataFrame) -> pd.DataFrame:
    """Return numerator over denominator by scenario, region, year and the numerator's other columns.

    Years in which the denominator is absent or zero have no ratio and are left out.
    """
    by = [*KEYS, "year"]
    both = numerator.merge(denominator[[*by, "value"]], on=by, how="inner", suffixes=("", "_of"), validate="m:1")
    both = both.loc[both["value_of"] != 0.0]
    return both.assign(value=both["value"] / both["value_of"]).drop(columns="value_of")


def require_equal(one: pd.DataFrame, other: pd.DataFrame, code: str) -> None:
    """Raise if two sums over scenario, region and year differ by more than `CLOSURE`.

    Raises
    ------
    VerificationError
        `code` for every year in which they differ.
    """
    by = [*KEYS, "year"]
    both = one[[*by, "value"]].merge(other[[*by, "value"]], on=by, how="outer", suffixes=("_one", "_other"))
    first, second = (both[name].fillna(0.0).to_numpy(dtype=float) for name in ("value_one", "value_other"))
    scale = np.maximum(1.0, np.maximum(np.abs(first), np.abs(second)))
    apart = np.flatnonzero(~(np.abs(first - second) <= CLOSURE * scale))
    problems = [
        Problem(
            code,
            place=f"{both['scenario'].iloc[row]}, {both['year'].iloc[row]}",
            value=f"{first[row]:.9g}",
            details={"other": f"{second[row]:.9g}"},
        )
        for row in apart
    ]
    if problems:
        raise VerificationError(*problems)
