"""IAMC variables from the tables: what the vocabulary maps, and what ``iamc.toml`` maps from indicators."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import pandas as pd

from carbonpath.core.units import conversion_factor
from carbonpath.core.vocabulary import quantities
from carbonpath.exports.tables import ExportOptions, ExportTables

COLUMNS = ["model", "scenario", "region", "variable", "unit", "year", "value"]
"""Columns of the long format."""

UNITS = {"Mt": "Mt CO2/yr", "million CNY": "million CNY_2020/yr"}
"""IAMC unit of a quantity of the vocabulary, by its own unit."""


@dataclass(frozen=True, slots=True)
class Variable:
    """An IAMC variable that an indicator fills."""

    name: str
    """IAMC name."""
    indicator: str
    """Indicator."""
    items: tuple[str, ...]
    """Items added up; a blank one is the total."""
    measured: str
    """Unit to which the indicator is converted."""
    factor: float
    """By what it is multiplied then."""
    unit: str
    """IAMC unit."""


@cache
def variables() -> tuple[Variable, ...]:
    """Return the variables that indicators fill, in the order of the file."""
    data: dict[str, list[dict[str, Any]]] = tomllib.loads(
        (files(__package__) / "iamc.toml").read_text(encoding="utf-8")
    )
    return tuple(Variable(**{**entry, "items": tuple(entry["items"])}) for entry in data["variable"])


def iamc_table(tables: ExportTables, options: ExportOptions) -> pd.DataFrame:
    """Return the long IAMC table: one row a scenario, region, variable and year."""
    parts = [*_from_vocabulary(tables.result), *(_from_indicator(tables.indicators, entry) for entry in variables())]
    filled = [part for part in parts if not part.empty]
    if not filled:
        return pd.DataFrame({name: pd.Series(dtype="str") for name in COLUMNS})
    table = pd.concat(filled, ignore_index=True).assign(model=options.model)
    keys = ["scenario", "region", "variable", "year"]
    return table.sort_values(keys, kind="stable")[COLUMNS].reset_index(drop=True)


def _from_vocabulary(result: pd.DataFrame) -> list[pd.DataFrame]:
    """Return quantities that have an IAMC name, summed over technologies; emissions in the territorial boundary."""
    parts = []
    for name, entry in quantities().items():
        rows = result.loc[(result["quantity"] == name) & result["emission"].isin(("", "co2"))]
        if not entry.iamc or rows.empty:
            continue
        summed = rows.groupby(["scenario", "region", "year"])["value"].sum().reset_index()
        unit = str(rows["unit"].iloc[0])
        parts.append(summed.assign(variable=entry.iamc, unit=UNITS.get(unit, unit)))
    return parts


def _from_indicator(indicators: pd.DataFrame, variable: Variable) -> pd.DataFrame:
    whole = (indicators["firm"] == "") & (indicators["sector"] == "")
    wanted = whole & (indicators["indicator"] == variable.indicator) & indicators["item"].isin(variable.items)
    rows = indicators.loc[wanted]
    factors = {unit: conversion_factor(unit, variable.measured) for unit in rows["unit"].unique()}
    measured = rows.assign(value=rows["value"] * rows["unit"].map(factors).astype(float) * variable.factor)
    summed = measured.groupby(["scenario", "region", "year"])["value"].sum().reset_index()
    return summed.assign(variable=variable.name, unit=variable.unit)
