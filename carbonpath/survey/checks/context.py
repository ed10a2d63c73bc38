"""What the checks know beside the ACTIVITY table, and how they measure and point."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import numpy as np
import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem, Severity
from carbonpath.core.units import conversion_factor
from carbonpath.survey.codes import book


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What a bureau knows of its firms."""

    templates: Mapping[str, str] = field(default_factory=dict)
    """Template of each firm, as its workbook says."""
    years: tuple[int, ...] = ()
    """Years that each firm must report; none: those of the table."""
    capacities: pd.DataFrame | None = None
    """Capacities: firm, item, capacity, unit, and facility and year where they matter."""


@cache
def threshold(name: str) -> float:
    """Return a threshold of thresholds.toml."""
    text = (files(__package__) / "thresholds.toml").read_text(encoding="utf-8")
    return float(tomllib.loads(text)[name])


@cache
def range_rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a CSV of ranges."""
    return tuple(csv.DictReader((files(__package__) / name).read_text(encoding="utf-8").splitlines()))


def in_unit(table: pd.DataFrame, unit: str) -> pd.Series[float]:
    """Return the values of rows in `unit`; NaN for rows of another kind of unit."""
    factors = {own: _factor(own, unit) for own in table["unit"].unique()}
    return table["value"] * table["unit"].map(factors).astype(float)


def _factor(unit: str, target: str) -> float:
    try:
        return conversion_factor(unit, target)
    except DataError:
        return float(np.nan)


def finding(
    code: str, source: str, value: str, details: Mapping[str, str] | None = None, severity: Severity = "warning"
) -> Problem:
    """Return a problem at the survey cell that `source` names (``file!sheet!cell``)."""
    file, _, place = source.partition("!")
    return Problem(code, file, place, value, details or {}, severity)


def both_names(key: str, item: str) -> dict[str, str]:
    """Return the names of an item under ``<key>_zh`` and ``<key>_en``, for the details of a problem."""
    entry = book("item").entries.get(item)
    return {f"{key}_zh": entry.zh if entry else item, f"{key}_en": entry.en if entry else item}


def shown_number(value: float) -> str:
    """Return a number for a message."""
    return f"{value:.6g}"
