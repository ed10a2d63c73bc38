"""Rows of totals: never counted, always checked."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.core.units import convert
from carbonpath.survey.amounts import Months, is_rounding
from carbonpath.survey.codes import fold, raw_codes
from carbonpath.survey.months import MONTHS, NUMBERS
from carbonpath.survey.normalise import read_number
from carbonpath.survey.row import Record, Row

_KEYS = ("facility", "item", "activity", "counterparty")


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row that says what the rows above it come to."""

    row: Row
    """The row."""
    partial: bool
    """Whether it is a subtotal, of the rows since the last one."""
    only: tuple[tuple[str, str], ...]
    """Column and code that the summed rows have in common, where it names one."""


def as_total(row: Row) -> TotalRow | None:
    """Return a row as a total if one of its names says so, else None."""
    read = {key: _without_mark(row.text(key)) for key in _KEYS}
    scopes = [partial for partial, _ in read.values() if partial is not None]
    if not scopes:
        return None
    codes = {key: row.context.find(key, rest) for key, (_, rest) in read.items() if rest}
    return TotalRow(row, scopes[0], tuple((key, code) for key, code in codes.items() if code))


@lru_cache(maxsize=10_000)
def _without_mark(text: str) -> tuple[bool | None, str]:
    """Return whether a name marks a subtotal (None: no total at all), and the name without the mark."""
    words = raw_codes()["words"]
    folded = fold(text)
    for partial, marks in ((True, words["subtotal"]), (False, words["total"])):
        for mark in marks:
            if folded == mark or (folded.endswith(mark) and not mark.isascii()):
                return partial, folded.removesuffix(mark)
    return None, text


def check_totals(entries: Sequence[Record | TotalRow]) -> list[Problem]:
    """Return the totals that differ from the sum of their rows (CP-281) or cannot be checked (CP-282).

    A total may be rounded to the decimals that it shows, no further.

    Parameters
    ----------
    entries
        Rows and totals of one table in their order.
    """
    problems: list[Problem] = []
    rows: list[Record] = []
    since = 0
    for entry in entries:
        if not isinstance(entry, TotalRow):
            rows.append(entry)
            continue
        problems += _check(entry, rows[since:] if entry.partial else rows)
        since = len(rows)
    return problems


def _check(total: TotalRow, rows: Sequence[Record]) -> list[Problem]:
    row = total.row
    summed = [record for record in rows if all(record[key] == code for key, code in total.only)]
    units = {str(record["unit"]) for record in summed}
    unit = row.text("unit") or (units.pop() if len(units) == 1 else "")
    for key in [key for key in NUMBERS if row.cell(key) is not None] or ["quantity"]:
        _check_cell(row, key, unit, summed)
    return row.problems


def _check_cell(row: Row, key: str, unit: str, summed: Sequence[Record]) -> None:
    number = read_number(row.cell(key), unit)
    parts = _parts(key, unit, summed) if unit else []
    if number.value is None or not parts:
        row.problem("CP-282", key)
        return
    expected = math.fsum(parts)
    if not is_rounding(row.cell(key), number.value, expected):
        row.problem("CP-281", key, sum=f"{expected:.10g}", unit=unit, rows=str(len(parts)))


def _parts(key: str, unit: str, summed: Sequence[Record]) -> list[float]:
    """Return the numbers of the summed rows in one column, in `unit`; none if one of them has none there."""
    try:
        return [convert(_number(record, key), str(record["unit"]), unit) for record in summed]
    except (DataError, LookupError, ValueError):
        return []


def _number(record: Record, key: str) -> float:
    if key == "quantity":
        return float(str(record["value"]))
    months: Months = record["months"]  # type: ignore[assignment]
    return float(months[MONTHS.index(key)] or 0.0)
