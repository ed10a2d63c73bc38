"""Picking the rows of INDICATOR that a chart shows, in the units that its reader knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import pandas as pd

from carbonpath.charts.options import ChartOptions
from carbonpath.core.errors import DataError
from carbonpath.core.labels import shown_unit
from carbonpath.core.problems import Problem
from carbonpath.core.units import conversion_factor

By = Literal["sector", "firm", "item"]

VISIBLE = 5e-4
"""Size against the largest below which a part of a stack is thinner than a line."""

_BREAKDOWNS: tuple[By, ...] = ("sector", "firm", "item")


def select(
    indicators: pd.DataFrame, indicator: str, options: ChartOptions, by: By | None = None, boundary: str | None = None
) -> pd.DataFrame:
    """Return the rows of one indicator, broken down by one column or not at all, in the reader's unit.

    Parameters
    ----------
    indicators
        Table INDICATOR.
    indicator
        Name of the indicator.
    options
        Language, which decides the unit.
    by
        Column that must be filled, the other two blank; None: all three blank.
    boundary
        Boundary wanted; None: any.
    """
    wanted = indicators["indicator"] == indicator
    for column in _BREAKDOWNS:
        wanted &= (indicators[column] != "") == (column == by)
    if boundary is not None:
        wanted &= indicators["boundary"] == boundary
    rows = indicators.loc[wanted]
    factors = {unit: conversion_factor(unit, shown_unit(unit, options.language)) for unit in rows["unit"].unique()}
    return rows.assign(value=rows["value"] * rows["unit"].map(factors).astype(float))


def require_rows(rows: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """Return `rows` if a chart can be drawn from them.

    Raises
    ------
    DataError
        CP-911 if there are none, CP-912 if they are of several regions.
    """
    if rows.empty:
        raise DataError(Problem("CP-911", value=indicator))
    regions = sorted(rows["region"].unique())
    if len(regions) > 1:
        raise DataError(Problem("CP-912", value=indicator, details={"regions": ", ".join(regions)}))
    return rows


def present(rows: pd.DataFrame, column: By) -> list[str]:
    """Return the values of `column` that are large enough somewhere to be seen, sorted."""
    sizes = rows["value"].abs()
    return sorted(rows.loc[sizes > VISIBLE * sizes.max(), column].unique())


def by_scenario(rows: pd.DataFrame, column: By) -> Mapping[str, pd.DataFrame]:
    """Return a table of years by the values of `column` for each scenario, in the order of the rows."""
    return {
        str(name): part.pivot_table(index="year", columns=column, values="value", aggfunc="sum", fill_value=0.0)
        for name, part in rows.groupby("scenario", sort=False)
    }


def lines_by_scenario(rows: pd.DataFrame) -> Mapping[str, pd.Series]:
    """Return values by year for each scenario, in the order of the rows."""
    return {
        str(name): part.set_index("year")["value"].sort_index() for name, part in rows.groupby("scenario", sort=False)
    }


def unit_of(rows: pd.DataFrame, options: ChartOptions) -> str:
    """Return the unit in which the rows of a selection are shown."""
    return shown_unit(str(rows["unit"].iloc[0]), options.language)
