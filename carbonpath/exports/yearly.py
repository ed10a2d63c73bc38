"""The wide table that officials know: one row a scenario and indicator, one column a year, in their units and words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd

from carbonpath.core.labels import label, shown_unit
from carbonpath.core.messages import text
from carbonpath.core.units import conversion_factor
from carbonpath.exports.tables import ExportOptions

DATES = ("peak_level", "peak_year", "plateau_first", "plateau_last", "peak_return")
"""Indicators that tell a date and have a table of their own."""
WORDS = ("scenario", "indicator", "boundary", "firm", "sector", "item", "unit")
"""Columns that say what a row is."""


def yearly_table(indicators: pd.DataFrame, options: ExportOptions) -> pd.DataFrame:
    """Return one row an index and one column a year, blank where the indicator has no value."""
    rows = _worded(indicators.loc[~indicators["indicator"].isin(DATES)], options)
    return _wide(rows, "year")


def peak_table(indicators: pd.DataFrame, options: ExportOptions) -> pd.DataFrame:
    """Return one row a scenario and boundary: peak level with its unit, peak year, plateau."""
    dates = indicators.loc[indicators["indicator"].isin(DATES)]
    rows = _worded(dates, options).assign(indicator=dates["indicator"])
    level = rows.loc[rows["indicator"] == "peak_level", ["scenario", "boundary", "unit"]].set_index(
        ["scenario", "boundary"]
    )
    wide = rows.pivot_table(
        index=["scenario", "boundary"], columns="indicator", values="value", aggfunc="first", sort=False
    )
    known = [name for name in DATES if name in wide.columns]
    told = wide[known].rename(columns={name: label("indicator", name, options.language) for name in known})
    return level.join(told).reset_index()


def date_columns(options: ExportOptions) -> frozenset[str]:
    """Return the columns of the peak table that hold years."""
    return frozenset(label("indicator", name, options.language) for name in DATES[1:])


def headed(table: pd.DataFrame, options: ExportOptions) -> pd.DataFrame:
    """Return a table with its descriptive columns named for the reader."""
    return table.rename(columns={name: text(f"exports.column.{name}", options.language) for name in WORDS})


def _wide(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    order = rows[list(WORDS)].drop_duplicates()
    wide = rows.pivot_table(index=list(WORDS), columns=column, values="value", aggfunc="first", sort=False)
    wide = wide[sorted(wide.columns)]
    wide.columns = [str(name) for name in wide.columns]
    return order.merge(wide.reset_index(), on=list(WORDS), how="left", validate="1:1")


def _worded(rows: pd.DataFrame, options: ExportOptions) -> pd.DataFrame:
    """Return rows with words for names, in the units of the language."""
    language = options.language
    words: dict[str, Callable[[str], str]] = {
        "scenario": lambda name: options.scenario_labels.get(name, name),
        "indicator": lambda name: label("indicator", name, language),
        "boundary": lambda name: label("boundary", name, language),
        "firm": lambda name: options.firm_labels.get(name, label("firm", name, language)),
        "sector": lambda name: label("sector", name, language),
        "item": lambda name: label("item", name, language),
        "unit": lambda name: shown_unit(name, language),
    }
    factors = {unit: conversion_factor(unit, shown_unit(unit, language)) for unit in rows["unit"].unique()}
    value = rows["value"] * rows["unit"].map(factors).astype(float)
    told = {name: _mapped(rows[name], word) for name, word in words.items()}
    return rows.assign(**told, value=value)


def _mapped(names: pd.Series, word: Callable[[str], str]) -> pd.Series:
    known: Sequence[str] = names.unique().tolist()
    return names.map({name: word(name) for name in known}).astype("str")
