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
    if item:
        found = found[found["item"] == item]
    if found.empty:
        return nothing(len(keys))
    numbers = found["value"].map(repr)
    told = symbol + " " + numbers + " " + found["unit"] + " (measured: " + found["source"] + ")"
    found = found.assign(told=told)
    wide = keys.assign(facility="")
    return _measured(keys, found, item).otherwise(_measured(wide, found, item))


def _measured(keys: pd.DataFrame, found: pd.DataFrame, item: str) -> Choice:
    columns = ["firm", "facility", "year"] if item else ["firm", "facility", "item", "year"]
    result = nothing(len(keys))
    for base in sorted(found["base"].unique()):
        part = found.loc[found["base"] == base, [*columns, "value", "told"]]
        joined = keys[columns].merge(part, how="left", on=columns)
        choice = Choice(
            joined["value"].to_numpy(dtype=float),
            np.where(joined["value"].notna(), MEASURED_TIER, 0),
            joined["told"].fillna("").to_numpy(dtype=object),
        )
        fits = (keys["base"] == base).to_numpy() | (base == "any")
        result = result.otherwise(choice.where(fits))
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
    result = nothing(len(keys))
    prepared = numbers.assign(told=_told(numbers, symbol), tier=_tiers(numbers)).rename(columns={column: "item"})
    on = ["item", "base"] if "base" in prepared else ["item"]
    for name in sorted(keys["guideline"].unique()):
        mine = (keys["guideline"] == name).to_numpy()
        for table in guidelines[name].tables:
            part = prepared.loc[prepared["table"] == table, [*on, "value", "told", "tier"]]
            joined = keys.loc[mine, on].merge(part, how="left", on=on)
            result = result.otherwise(_spread(joined, mine))
    return result


def _spread(joined: pd.DataFrame, mine: npt.NDArray[np.bool_]) -> Choice:
    result = nothing(len(mine))
    result.value[mine] = joined["value"]
    result.tier[mine] = joined["tier"].fillna(0)
    result.source[mine] = joined["told"].fillna("")
    return result


def _told(numbers: pd.DataFrame, symbol: str) -> pd.Series:
    value = numbers["value"].map(repr)
    clause = numbers["clause"].where(numbers["clause"] == "", ", " + numbers["clause"])
    unit = (" " + numbers["unit"]).where(numbers["unit"] != "1", "")
    return symbol + " " + value + unit + " (" + numbers["source"] + clause + "; " + numbers["confidence"] + ")"


def _tiers(numbers: pd.DataFrame) -> pd.Series:
    international = numbers["table"].str.startswith("ipcc_") | numbers["source"].str.startswith("ipcc_")
    unsure = numbers["confidence"].isin(_UNSURE)
    return pd.Series(np.where(international | unsure, DEFAULT_TIER, GUIDELINE_TIER), index=numbers.index)


def product(tier: Integers, *choices: Choice) -> Choice:
    """Return the product of several factors, with their origins in one line separated by `` | ``."""
    value = np.ones(len(tier))
    for choice in choices:
        value = value * choice.value
    lines = (" | ".join(filter(None, told)) for told in zip(*(choice.source for choice in choices), strict=True))
    return Choice(value, tier, np.fromiter(lines, dtype=object, count=len(tier)))
