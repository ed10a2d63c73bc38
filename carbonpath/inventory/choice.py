"""Which factor serves a row: measured at the firm, else the firm's guideline, else the general table.

A choice is made once for each distinct firm, facility, item, year and base of amount, and then dealt out to the rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from carbonpath.reference.guidelines import Guideline

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Texts = npt.NDArray[np.object_]

KEY_COLUMNS = ("firm", "facility", "category", "item", "year", "base", "guideline")
"""What a factor may depend on."""

MEASURED_TIER = 3
GUIDELINE_TIER = 2
DEFAULT_TIER = 1

_UNSURE = ("assumed",)
"""Confidence with which a number of a national table counts as Tier 1 only."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One factor for each key."""

    value: Floats
    """The factor; NaN where none was found."""
    tier: Integers
    """1 default, 2 national or guideline, 3 measured at the firm; 0 where none was found."""
    source: Texts
    """Symbol, value, unit and origin in one line; blank where none was found."""

    def at(self, positions: Integers | npt.NDArray[np.bool_]) -> Choice:
        """Return the choice dealt out to rows, or of some rows only."""
        return Choice(self.value[positions], self.tier[positions], self.source[positions])

    def otherwise(self, other: Choice) -> Choice:
        """Return this choice, filled with `other` where it found nothing."""
        missing = np.isnan(self.value)
        return Choice(
            np.where(missing, other.value, self.value),
            np.where(missing, other.tier, self.tier),
            np.where(missing, other.source, self.source),
        )

    def where(self, mask: npt.NDArray[np.bool_]) -> Choice:
        """Return the choice with nothing found outside `mask`."""
        return Choice(np.where(mask, self.value, np.nan), np.where(mask, self.tier, 0), np.where(mask, self.source, ""))


def nothing(size: int) -> Choice:
    """Return a choice that found nothing."""
    return Choice(np.full(size, np.nan), np.zeros(size, dtype=np.int64), np.full(size, "", dtype=object))


def fixed(size: int, value: float, tier: int, source: str) -> Choice:
    """Return the same factor for all keys."""
    return Choice(np.full(size, value), np.full(size, tier), np.full(size, source, dtype=object))


@dataclass(frozen=True, slots=True)
class Keys:
    """Distinct keys of some rows."""

    table: pd.DataFrame
    """One row a key, columns KEY_COLUMNS."""
    positions: Integers
    """Position of its key for each row."""


def distinct_keys(rows: pd.DataFrame) -> Keys:
    """Return the distinct keys of `rows`."""
    code = np.zeros(len(rows), dtype=np.int64)
    for name in KEY_COLUMNS:
        part, size = _codes(rows[name])
        code = code * max(size, 1) + part
    _, first, positions = np.unique(code, return_index=True, return_inverse=True)
    keys = rows.iloc[first][list(KEY_COLUMNS)].reset_index(drop=True)
    keys = keys.astype({name: "str" for name in KEY_COLUMNS if name != "year"})
    return Keys(keys, positions.astype(np.int64))


def _codes(column: pd.Series) -> tuple[Integers, int]:
    """Return a whole number for each value of a column, and how many there may be."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return np.asarray(column.cat.codes, dtype=np.int64), len(column.cat.categories)
    values, codes = np.unique(column.to_numpy(), return_inverse=True)
    return np.asarray(codes, dtype=np.int64), len(values)


def choose_measured(keys: pd.DataFrame, properties: pd.DataFrame, name: str, symbol: str, item: str = "") -> Choice:
    """Return what firms measured: at the facility if they did, else for the whole firm.

    Parameters
    ----------
    keys
        Distinct keys.
    properties
        Measured properties of the activity.
    name
        Property, e.g. ``carbon_content``.
    symbol
        Symbol in the line that tells the origin, e.g. ``CC``.
    item
        Item of the property, where it is not the item of the key (``cao_in_clinker``).
    """
    found = properties[properties["property"] == name]
    found = found[found["item"] == item] if item else found
    if found.empty:
        return nothing(len(keys))
    told = [
        f"{symbol} {value!r}{_spaced(unit)} (measured: {source})"
        for value, unit, source in zip(found["value"].tolist(), found["unit"], found["source"], strict=True)
    ]
    columns = ["firm", "facility", "year"] if item else ["firm", "facility", "item", "year"]
    measured = Choice(
        found["value"].to_numpy(dtype=float), np.full(len(found), MEASURED_TIER), np.array(told, dtype=object)
    )
    result = nothing(len(keys))
    for facility in (keys["facility"], ""):
        asked = keys.assign(facility=facility)
        for base in (keys["base"], "any"):
            where = _positions(found, asked.assign(base=base), [*columns, "base"])
            result = result.otherwise(_taken(measured, where))
    return result


def choose_from_tables(
    keys: pd.DataFrame, guidelines: Mapping[str, Guideline], numbers: pd.DataFrame, column: str, symbol: str
) -> Choice:
    """Return defaults: of the firm's guideline, else of the general table.

    Parameters
    ----------
    keys
        Distinct keys.
    guidelines
        Guidelines by id; each names its tables in the order in which they are asked.
    numbers
        Rows of FUEL_FACTORS or PROCESS_FACTORS for one property; a column `base`, if there is one, must equal the
        base of the key.
    column
        Column of `numbers` that holds the item.
    symbol
        Symbol in the line that tells the origin.
    """
    known = numbers.rename(columns={column: "item"})
    columns = ["table", "item", "base"] if "base" in known else ["table", "item"]
    defaults = Choice(known["value"].to_numpy(dtype=float), _tiers(known), _told(known, symbol))
    result = nothing(len(keys))
    for rank in range(max((len(guidelines[name].tables) for name in keys["guideline"].unique()), default=0)):
        tables = {name: "".join(rule.tables[rank : rank + 1]) for name, rule in guidelines.items()}
        where = _positions(known, keys.assign(table=keys["guideline"].map(tables)), columns)
        result = result.otherwise(_taken(defaults, where))
    return result


def _positions(known: pd.DataFrame, asked: pd.DataFrame, columns: list[str]) -> Integers:
    """Return for each row of `asked` where in `known` the same values stand; -1: nowhere."""
    return _labels(known, columns).get_indexer(_labels(asked, columns)).astype(np.int64)


def _labels(table: pd.DataFrame, columns: list[str]) -> pd.Index[str]:
    label: Texts = table[columns[0]].astype("str").to_numpy(dtype=object)
    for name in columns[1:]:
        label = label + "\x1f" + table[name].astype("str").to_numpy(dtype=object)
    return pd.Index(label, dtype="object")


def _taken(choice: Choice, where: Integers) -> Choice:
    if not len(choice.value):
        return nothing(len(where))
    return choice.at(np.maximum(where, 0)).where(where >= 0)


def _told(numbers: pd.DataFrame, symbol: str) -> Texts:
    told = [
        f"{symbol} {value!r}{_spaced(unit)} ({', '.join(filter(None, (source, clause)))}; {confidence})"
        for value, unit, source, clause, confidence in zip(
            numbers["value"].tolist(),
            numbers["unit"],
            numbers["source"],
            numbers["clause"],
            numbers["confidence"],
            strict=True,
        )
    ]
    return np.array(told, dtype=object)


def _spaced(unit: str) -> str:
    return "" if unit == "1" else f" {unit}"


def _tiers(numbers: pd.DataFrame) -> Integers:
    international = numbers["table"].str.startswith("ipcc_") | numbers["source"].str.startswith("ipcc_")
    unsure = numbers["confidence"].isin(_UNSURE)
    return np.where(international | unsure, DEFAULT_TIER, GUIDELINE_TIER)


def product(tier: Integers, *choices: Choice) -> Choice:
    """Return the product of several factors, with their origins in one line separated by `` | ``."""
    value = np.ones(len(tier))
    for choice in choices:
        value = value * choice.value
    lines = (" | ".join(filter(None, told)) for told in zip(*(choice.source for choice in choices), strict=True))
    return Choice(value, tier, np.fromiter(lines, dtype=object, count=len(tier)))
