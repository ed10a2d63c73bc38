"""The year of what is given by month: amounts add up, measured properties are means weighted by use.

A property of a year is the mean of its months weighted by what the firm used of the item in each: burnt, flared, put
into processes or fed as feedstock, in the facility of the property or, for one of the whole firm, in all. A carbon
content per energy is weighted by energy (use times the month's heating value) where that is known. Months without use
do not count.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.core.units import convert
from carbonpath.survey.amounts import Months, is_property
from carbonpath.survey.codes import activity_rules
from carbonpath.survey.grid import shown
from carbonpath.survey.kinds import unit_kind
from carbonpath.survey.months import MONTHS
from carbonpath.survey.row import Record, Row

USES = ("combusted", "flared", "input", "feedstock")
"""Activities that say how much of an item was used."""

_TOLERANCE = 0.005
_PER = {"heat_of_mass": "t", "heat_of_volume": "Nm3", "carbon_of_energy": "GJ"}


def settle_years(records: Sequence[Record]) -> tuple[list[Record], list[Problem]]:
    """Return the rows with the year of each property filled in, and what is wrong with it.

    Returns
    -------
    tuple[list[Record], list[Problem]]
        Problems CP-259: a year outside its months, or months without use and no year beside them (errors); a year that
        is not the weighted mean of its months (warning; the mean counts).
    """
    monthly = [record for record in records if "months" in record]
    settled: list[Record] = []
    problems: list[Problem] = []
    for record in records:
        if "months" not in record or not is_property(activity_rules()[str(record["activity"])]):
            settled.append(record)
            continue
        with_year, found = _settle(record, monthly)
        settled.append(with_year)
        problems += found
    return settled, problems


def monthly_rows(records: Iterable[Record]) -> list[Record]:
    """Return a row for each month that a row has, with the cell of its number."""
    rows = []
    for record in records:
        if "months" not in record:
            continue
        row: Row = record["row"]  # type: ignore[assignment]
        for number, (key, value) in enumerate(zip(MONTHS, _months(record), strict=True), start=1):
            if value is not None:
                source = f"{row.context.file}!{row.place(key)}"
                rows.append({**record, "month": number, "value": value, "source": source})
    return rows


def _settle(record: Record, monthly: Sequence[Record]) -> tuple[Record, list[Problem]]:
    stated = record["value"]
    months = [month for month in _months(record) if month is not None]
    mean = _weighted(record, monthly)
    year = mean if mean is not None else stated
    low, high = min(months), max(months)
    if not isinstance(year, float) or not low * (1 - 1e-9) <= year <= high * (1 + 1e-9):
        return record, [_problem(record, low, high, mean)]
    problems = []
    if isinstance(stated, float) and abs(stated - year) > _TOLERANCE * abs(year):
        problems.append(_problem(record, low, high, mean, warning=low <= stated <= high))
    return {**record, "value": year}, problems


def _weighted(record: Record, monthly: Sequence[Record]) -> float | None:
    months, weights = _months(record), _weights(record, monthly)
    known = [(m, w) for m, w in zip(months, weights, strict=True) if m is not None]
    total = math.fsum(weight for _, weight in known)
    if total <= 0 or any(m is None and w > 0 for m, w in zip(months, weights, strict=True)):
        return None
    return math.fsum(month * weight for month, weight in known) / total


def _weights(record: Record, monthly: Sequence[Record]) -> list[float]:
    """Return by month what was used of the item of a property; zeros where that is not known."""
    uses = [use for use in monthly if use["activity"] in USES and _about(record, use)]
    kind = unit_kind(str(record["unit"])) or ""
    target = _PER.get(kind) or (str(uses[0]["unit"]) if uses else "")
    heats = [heat for heat in monthly if heat["activity"] == "net_calorific_value" and _about(heat, record)]
    try:
        used = [_in(use, target, heats if kind == "carbon_of_energy" else ()) for use in uses]
    except DataError:
        return [0.0] * len(MONTHS)
    return [math.fsum(month) for month in zip(*used, strict=True)] if used else [0.0] * len(MONTHS)


def _in(use: Record, target: str, heats: Sequence[Record]) -> list[float]:
    """Return the months of a use in `target`; in energy by its monthly heating value where it is no energy itself."""
    unit = str(use["unit"])
    if not heats or unit_kind(unit) == "energy":
        return [convert(month or 0.0, unit, target) for month in _months(use)]
    heat = f"({unit})*({heats[0]['unit']})"
    pairs = zip(_months(use), _months(heats[0]), strict=True)
    return [convert((month or 0.0) * (per or 0.0), heat, target) for month, per in pairs]


def _about(wide: Record, narrow: Record) -> bool:
    """Tell whether a property of a facility, or of the whole firm, is about the item and facility of another row."""
    return wide["item"] == narrow["item"] and wide["facility"] in {"", narrow["facility"]}


def _months(record: Record) -> Months:
    months: Months = record["months"]  # type: ignore[assignment]
    return months


def _problem(record: Record, low: float, high: float, mean: float | None, *, warning: bool = False) -> Problem:
    row: Row = record["row"]  # type: ignore[assignment]
    details = {"low": f"{low:.6g}", "high": f"{high:.6g}", "mean": "-" if mean is None else f"{mean:.6g}"}
    details |= {"unit": str(record["unit"])}
    shown_value = shown(row.cell("quantity"))
    place = row.place("quantity")
    return Problem("CP-259", row.context.file, place, shown_value, details, "warning" if warning else "error")
