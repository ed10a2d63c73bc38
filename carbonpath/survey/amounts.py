"""The number of a row, for the year or month by month: for amounts the year is the sum of its months."""

from __future__ import annotations

import math
from dataclasses import dataclass

from carbonpath.core.units import convert
from carbonpath.survey.codes import ActivityRule, raw_codes
from carbonpath.survey.grid import Cell, cell_name, shown
from carbonpath.survey.kinds import unit_kind
from carbonpath.survey.months import MONTHS
from carbonpath.survey.normalise import Reading, read_number
from carbonpath.survey.row import Row

Months = tuple[float | None, ...]
"""Twelve numbers; None for a month that does not apply. Empty for a row that has the year alone."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What a row says in its columns of numbers."""

    value: float | None
    """The year; None if it has none, or, for a measured property by month, none of its own."""
    months: Months = ()
    """Its months."""
    applies: bool = True
    """False where the firm says that there is no such number."""


def read_amount(row: Row, unit: str, rule: ActivityRule | None) -> Amount:
    """Return the number of a row, noting in the row what is wrong with its cells.

    A row whose months are all blank is a number for the year. With one month filled the others must be too, and a
    year's total beside them must be their sum, as far as its decimals show (CP-258). The year of a measured property is
    no sum: see `carbonpath.survey.yearly`.
    """
    if not has_months(row):
        number = _read(row, "quantity", unit, rule)
        return Amount(number.value, applies=not number.not_applicable)
    readings = [_read(row, key, unit, rule) for key in MONTHS]
    total = _read(row, "quantity", unit, rule) if row.cell("quantity") is not None else Reading(not_applicable=True)
    months = tuple(reading.value for reading in readings)
    if all(reading.not_applicable for reading in (*readings, total)):
        return Amount(None, applies=False)
    if row.problems or is_property(rule):
        return Amount(total.value, months)
    value = math.fsum(month for month in months if month is not None)
    if total.value is not None and not is_rounding(row.cell("quantity"), total.value, value):
        row.problem("CP-258", "quantity", sum=f"{value:.10g}", unit=unit)
    return Amount(value, months)


def has_months(row: Row) -> bool:
    """Tell whether a row has a number in any month."""
    return MONTHS[0] in row.table.columns and any(row.cell(key) is not None for key in MONTHS)


def is_property(rule: ActivityRule | None) -> bool:
    """Tell whether a row is a measured property, no amount."""
    return rule is not None and rule.sheet == "measured"


def is_rounding(cell: Cell, value: float, exact: float) -> bool:
    """Tell whether `value`, read from `cell`, is `exact` to the decimals that the cell shows."""
    text = shown(cell)
    rounding = 0.5 * 10.0 ** -len(text.partition(".")[2]) if "e" not in text.lower() else 0.0
    return abs(value - exact) <= rounding + 1e-9 * abs(exact)


def number_place(row: Row) -> str:
    """Return the cell of a row's number; the range of its months if they stand side by side."""
    if not has_months(row):
        return row.place("quantity")
    columns = [row.table.columns.get(key, -1) for key in MONTHS]
    first = columns[0]
    if columns != list(range(first, first + len(MONTHS))):
        return row.place("quantity")
    return f"{row.place(MONTHS[0])}:{cell_name(row.number, columns[-1])}"


def _read(row: Row, key: str, unit: str, rule: ActivityRule | None) -> Reading:
    number = read_number(row.cell(key), unit)
    if number.problem:
        row.problem(number.problem, key, unit=unit)
    if number.value is None:
        return number
    if number.changed:
        row.context.changed.append((row.place(key), shown(row.cell(key)), f"{number.value:.15g}"))
    if number.value < 0 or (rule is not None and rule.positive and number.value == 0):
        row.problem("CP-268", key)
    if rule is not None and rule.top is not None and unit_kind(unit) in rule.kinds:
        top = convert(rule.top, str(raw_codes()["kinds"][rule.kinds[0]]), unit)
        if number.value > top:
            row.problem("CP-269", key, top=f"{top:g}", unit=unit)
    return number
