"""Selecting rows of RESULT with what their names stand for, and turning sums into rows of INDICATOR."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from carbonpath.core.errors import VerificationError
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import as_table
from carbonpath.indicators.tables import Tables

KEYS = ("scenario", "region")
"""Columns by which every indicator is told apart, besides the year."""

SHARED = "shared"
"""Stands for the firm where a technology belongs to nobody: blank means the whole district."""

CLOSURE = 1e-6
"""Relative difference within which two ways of computing one number agree."""


def select(tables: Tables, quantity: str) -> pd.DataFrame:
    """Return the rows of `quantity` with firm, sector, library entry and role of their technologies.

    Raises
    ------
    VerificationError
        CP-710 with every technology that the table TECHNOLOGIES lacks.
    """
    found = tables.result.loc[tables.result["quantity"] == quantity]
    entities = tables.technologies[["technology", "firm", "sector", "library_id", "role", "main_output"]]
    joined = _joined(found, entities, "technology", "CP-710")
    joined["firm"] = joined["firm"].where(joined["firm"] != "", SHARED)
    return joined


def with_commodity(rows: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Return `rows` with the name without firm, fuel and energy content of their commodities.

    Raises
    ------
    VerificationError
        CP-711 with every commodity that the table COMMODITIES lacks.
    """
    return _joined(rows, tables.commodities[["commodity", "base", "fuel", "tce_per_unit"]], "commodity", "CP-711")


def _joined(rows: pd.DataFrame, entities: pd.DataFrame, key: str, code: str) -> pd.DataFrame:
    unknown = sorted(set(rows[key]) - set(entities[key]))
    if unknown:
        raise VerificationError(*(Problem(code, value=name) for name in unknown))
    return rows.merge(entities, on=key, how="left", validate="m:1")


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
    things = rows[others].drop_duplicates()
    years = model_years(tables)
    grid = things.merge(years, on="scenario", how="inner")
    filled = grid.merge(rows, on=[*others, "year"], how="left", validate="1:1")
    filled["value"] = filled["value"].fillna(0.0)
    return filled.sort_values([*others, "year"], kind="stable").reset_index(drop=True)


def model_years(tables: Tables) -> pd.DataFrame:
    """Return the years of each scenario, as columns ``scenario`` and ``year``."""
    activity = tables.result.loc[tables.result["quantity"] == "annual_activity", ["scenario", "year"]]
    return activity.drop_duplicates().sort_values(["scenario", "year"], kind="stable")


def as_indicator(
    rows: pd.DataFrame, indicator: str, unit: str, boundary: str = "", item: str | None = None
) -> pd.DataFrame:
    """Return `rows` as INDICATOR rows of one name, unit and boundary."""
    named = rows.assign(indicator=indicator, unit=unit, boundary=boundary)
    return as_table(named if item is None else named.assign(item=item), INDICATOR)


def stack(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Return INDICATOR tables under one another."""
    filled = [part for part in parts if not part.empty]
    return as_table(pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(), INDICATOR)


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
