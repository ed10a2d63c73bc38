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
from carbonpath.core.messages import LANGUAGES
from carbonpath.core.problems import Problem, Severity
from carbonpath.core.units import conversion_factor
from carbonpath.survey.codes import book

SIDES: Mapping[str, str] = {
    "purchased": "bought",
    "output": "made",
    "combusted": "used",
    "flared": "used",
    "input": "used",
    "feedstock": "used",
    "sold": "sold",
}
"""Side of a balance on which an activity stands; measured properties stand on none."""


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What a bureau knows of its firms."""

    templates: Mapping[str, str] = field(default_factory=dict)
    """Template of each firm, as its workbook says."""
    years: tuple[int, ...] = ()
    """Years that each firm must report; none: those of the table."""
    capacities: pd.DataFrame | None = None
    """Capacities: firm, item, capacity, unit, and facility and year where they matter."""
    content: pd.DataFrame | None = None
    """Table CONTENT of the same rows: their energy and carbon as the inventory sees them."""
    credit_codes: Mapping[str, str] = field(default_factory=dict)
    """Unified social credit code of each firm that gives one."""
    hosts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Facility to which a fuel burnt elsewhere belongs, by firm and facility, e.g. the boilers of their burners."""


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


def firm_finding(
    code: str,
    rows: pd.DataFrame,
    value: str,
    details: Mapping[str, str] | None = None,
    severity: Severity = "warning",
) -> Problem:
    """Return a problem of a whole firm and year, those of `rows`."""
    first = rows.iloc[0]
    file = str(first["source"]).partition("!")[0]
    return Problem(code, file, f"{first['firm']} {first['year']}", value, details or {}, severity)


def finding(
    code: str, source: str, value: str, details: Mapping[str, str] | None = None, severity: Severity = "warning"
) -> Problem:
    """Return a problem at the survey cell that `source` names (``file!sheet!cell``)."""
    file, _, place = source.partition("!")
    return Problem(code, file, place, value, details or {}, severity)


def sides(content: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return a column of CONTENT by firm, year and item on the sides ``bought``, ``made``, ``used`` and ``sold``."""
    side = content["activity"].map(SIDES)
    table = content.assign(side=side)[side.notna()].groupby(["firm", "year", "item", "side"])[column].sum()
    return table.unstack("side").reindex(columns=["bought", "made", "used", "sold"]).fillna(0.0)


def by_host(rows: pd.DataFrame, context: CheckContext) -> pd.DataFrame:
    """Return rows of facilities, those of a burner under the facility to which it belongs."""
    rows = rows[rows["facility"] != ""]
    hosts = [context.hosts.get(key, key[1]) for key in zip(rows["firm"], rows["facility"], strict=True)]
    return rows.assign(facility=hosts)


def row_names(firm_row: pd.Series[str]) -> dict[str, str]:
    """Return facility, activity and item of a row under ``row_zh`` and ``row_en``, for the details of a problem."""
    names = {}
    for language in LANGUAGES:
        words = [str(firm_row["facility"])]
        for key in ("activity", "item"):
            entry = book(key).entries.get(str(firm_row[key]))
            words.append(getattr(entry, language) if entry else str(firm_row[key]))
        names[f"row_{language}"] = " ".join(filter(None, words))
    return names


def share(value: float) -> str:
    """Return a share for a message."""
    return f"{value:.1%}"


def both_names(key: str, item: str) -> dict[str, str]:
    """Return the names of an item under ``<key>_zh`` and ``<key>_en``, for the details of a problem."""
    entry = book("item").entries.get(item)
    return {f"{key}_zh": entry.zh if entry else item, f"{key}_en": entry.en if entry else item}


def shown_number(value: float) -> str:
    """Return a number for a message."""
    return f"{value:.6g}"
