"""What each cell of a district's files may say, and which rows must agree with which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.system.district_schemas import DISTRICT_SCHEMAS

CONFIDENCES = frozenset({"seen-twice", "seen", "recalled", "derived", "assumed"})
"""How sure a number is, from read in two independent documents to a choice of design."""

ACTIVITY_UNITS: Mapping[str, str] = {
    "t": "Mt",
    "GJ": "PJ",
    "MWh": "TWh",
    "1000Nm3": "10^9 Nm3",
    "1000tkm": "Gtkm",
    "10kCNY": "10^10 CNY",
}
"""Unit of amounts in the model, 10^6 of the unit in which coefficients are written."""

CHOICES: Mapping[tuple[str, str], frozenset[str]] = {
    **{(name, "confidence"): CONFIDENCES for name, schema in DISTRICT_SCHEMAS.items() if "confidence" in schema.names},
    ("technologies", "role"): frozenset({"process", "add_on", "link", "dormant"}),
    ("technologies", "carbon_balance"): frozenset({"yes", "no"}),
    ("technology_flows", "role"): frozenset({"input", "output"}),
    ("technology_flows", "carbon"): frozenset({"burnt", "balance", "none"}),
    ("commodities", "unit"): frozenset(ACTIVITY_UNITS),
    ("commodities", "scope"): frozenset({"firm", "district"}),
    ("commodities", "balance"): frozenset({"equal", "surplus"}),
    ("commodities", "coal"): frozenset({"coal", "coking", ""}),
    ("exchanges", "carbon_moves"): frozenset({"yes", "no"}),
    ("profiles", "kind"): frozenset({"capacity_factor", "demand_profile"}),
    ("by_timeslice", "kind"): frozenset({"commodity", "technology"}),
}
"""Columns with a closed list of values."""

REFERENCES: Mapping[tuple[str, str], tuple[str, str]] = {
    ("technologies", "main_output"): ("commodities", "commodity"),
    ("technology_flows", "library_id"): ("technologies", "library_id"),
    ("technology_flows", "commodity"): ("commodities", "commodity"),
    ("assets", "library_id"): ("technologies", "library_id"),
    ("capital_cost_paths", "library_id"): ("technologies", "library_id"),
    ("free_allocation", "library_id"): ("technologies", "library_id"),
    ("exchanges", "commodity"): ("commodities", "commodity"),
    ("profiles", "timeslice"): ("timeslices", "timeslice"),
    ("storages", "library_id"): ("technologies", "library_id"),
    ("storages", "commodity"): ("commodities", "commodity"),
}
"""Columns whose values must stand in a column of another file."""

KEYS: Mapping[str, tuple[str, ...]] = {
    "technologies": ("library_id",),
    "technology_flows": ("library_id", "commodity", "role"),
    "commodities": ("commodity",),
    "assets": ("asset",),
    "capital_cost_paths": ("library_id", "year"),
    "grid_factors": ("region", "year"),
    "prices": ("item", "variant", "year"),
    "demand": ("commodity", "variant", "year"),
    "context": ("item", "variant", "year"),
    "groups": ("group", "technology"),
    "limits": ("kind", "name", "of", "year"),
    "exchanges": ("from_firm", "to_firm", "commodity"),
    "free_allocation": ("library_id", "year"),
    "free_share": ("year",),
    "facilities": ("firm", "facility"),
    "timeslices": ("timeslice",),
    "profiles": ("kind", "name", "timeslice"),
    "by_timeslice": ("kind", "name"),
    "storages": ("library_id",),
}
"""Columns that name a row; two rows of one name would say two things."""

OPTIONAL_NUMBERS: Mapping[str, tuple[str, ...]] = {
    "technologies": ("capital_cost", "so2_kg", "nox_kg", "pm25_kg", "voc_kg"),
    "commodities": ("sale_factor", "price_ncv"),
}
"""Columns that hold a number or nothing."""


def check_cells(tables: Mapping[str, pd.DataFrame], folder: Path) -> list[Problem]:
    """Return what single files and pairs of files say wrongly (CP-212, CP-213, CP-214, CP-222)."""
    return [
        *_wrong_choices(tables, folder),
        *_wrong_numbers(tables, folder),
        *_dangling(tables, folder),
        *_twice(tables, folder),
    ]


def lines(rows: pd.DataFrame) -> list[int]:
    """Return the line in its file of each row of a table of the district."""
    return [int(position) + 2 for position in rows.index.to_list()]


def _told(code: str, file: Path, column: str, rows: pd.DataFrame, details: Mapping[str, str]) -> Iterator[Problem]:
    for line, value in zip(lines(rows), rows[column], strict=True):
        yield Problem(code, str(file), f"{column}, line {line}", str(value), details)


def _wrong_choices(tables: Mapping[str, pd.DataFrame], folder: Path) -> Iterator[Problem]:
    for (name, column), choices in CHOICES.items():
        table = tables[name]
        if choices.issuperset(table[column]):
            continue
        bad = table[~table[column].isin(sorted(choices))]
        yield from _told("CP-213", folder / f"{name}.csv", column, bad, {"known": ", ".join(sorted(choices - {""}))})


def _wrong_numbers(tables: Mapping[str, pd.DataFrame], folder: Path) -> Iterator[Problem]:
    for name, columns in OPTIONAL_NUMBERS.items():
        for column in columns:
            given = tables[name][tables[name][column] != ""]
            finite = np.isfinite(pd.to_numeric(given[column], errors="coerce").to_numpy(dtype=float))
            yield from _no_number(name, column, given[~finite], folder)
    priced = tables["commodities"][tables["commodities"]["sale_price"] != ""]
    yield from _no_number("commodities", "sale_factor", priced[priced["sale_factor"] == ""], folder)


def _no_number(name: str, column: str, rows: pd.DataFrame, folder: Path) -> Iterator[Problem]:
    file = folder / f"{name}.csv"
    yield from _told("CP-212", file, column, rows, {"table": DISTRICT_SCHEMAS[name].name, "column": column})


def _dangling(tables: Mapping[str, pd.DataFrame], folder: Path) -> Iterator[Problem]:
    for (name, column), (other, other_column) in REFERENCES.items():
        known = set(tables[other][other_column])
        if known.issuperset(tables[name][column]):
            continue
        bad = tables[name][~tables[name][column].isin(sorted(known))]
        yield from _told(
            "CP-214", folder / f"{name}.csv", column, bad, {"other": f"{other}.csv", "column": other_column}
        )


def _twice(tables: Mapping[str, pd.DataFrame], folder: Path) -> Iterator[Problem]:
    for name, key in KEYS.items():
        yield from told_twice(tables[name], key, str(folder / f"{name}.csv"))


def told_twice(table: pd.DataFrame, key: Iterable[str], file: str) -> Iterator[Problem]:
    """Yield CP-222 for each row whose `key` stands in an earlier row too."""
    columns = list(key)
    bad = table[table.duplicated(columns)]
    for line, name in zip(lines(bad), zip(*(bad[column] for column in columns), strict=True), strict=True):
        value = " ".join(str(part) for part in name)
        yield Problem("CP-222", file, f"line {line}", value, {"key": ", ".join(columns)})
