"""What a corrected workbook changes, number by number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import pandas as pd

from carbonpath.survey.importer import ImportedSurvey

_KEYS = ("facility", "category", "activity", "item", "counterparty")
_COMPARED = ("value", "unit", "quality", "sector", "remark")
_FIRST_LINE = ("firm", "year")

_Rows = dict[tuple[str, ...], dict[str, object]]


@dataclass(frozen=True, slots=True)
class Correction:
    """One cell that says something else than before."""

    about: str
    """Row it belongs to (facility, category, activity, item, counterparty), or the line on the firm."""
    column: str
    """Column (``value``, ``unit``, ``month_03``, ``remark``, ...); ``row`` for a whole row; a line's own name."""
    before: str
    """What stood there; blank if the row is new."""
    after: str
    """What stands there now; blank if the row is gone."""
    cell_before: str
    """Its cell in the old file, ``sheet!cell``; blank if there was none."""
    cell_after: str
    """Its cell in the new file."""


def corrections(old: ImportedSurvey, new: ImportedSurvey) -> tuple[Correction, ...]:
    """Return what the new survey of a firm and year says otherwise than the old one: lines on the firm, then rows."""
    return (*_lines(old, new), *_years(old, new), *_months(old, new))


def _lines(old: ImportedSurvey, new: ImportedSurvey) -> list[Correction]:
    before, after = asdict(old.facts), asdict(new.facts)
    return [
        Correction(name, name, _shown(before[name]), _shown(after[name]), "", "")
        for name in after
        if name not in _FIRST_LINE and before[name] != after[name]
    ]


def _years(old: ImportedSurvey, new: ImportedSurvey) -> list[Correction]:
    before, after = _rows(old.activity, old.remarks), _rows(new.activity, new.remarks)
    found = []
    for key in sorted(before.keys() | after.keys()):
        one, other = before.get(key), after.get(key)
        columns = _COMPARED if one and other else ("row",)
        found += [
            _correction(key, column, one, other) for column in columns if _cell(one, column) != _cell(other, column)
        ]
    return found


def _months(old: ImportedSurvey, new: ImportedSurvey) -> list[Correction]:
    before, after = _rows(old.monthly, {}), _rows(new.monthly, {})
    found = []
    for key in sorted(before.keys() | after.keys()):
        one, other = before.get(key), after.get(key)
        if _cell(one, "value") != _cell(other, "value"):
            found.append(_correction(key[:-1], f"month_{key[-1]}", one, other, "value"))
    return found


def _rows(table: pd.DataFrame, remarks: Mapping[str, str]) -> _Rows:
    rows: _Rows = {}
    for record in table.to_dict("records"):
        month = (f"{int(record['month']):02d}",) if "month" in record else ()
        cells = {str(name): value for name, value in record.items()}
        rows[(*(str(record[key]) for key in _KEYS), *month)] = cells | {"remark": remarks.get(record["source"], "")}
    return rows


def _correction(
    key: tuple[str, ...],
    column: str,
    old: Mapping[str, object] | None,
    new: Mapping[str, object] | None,
    read: str = "",
) -> Correction:
    about = " ".join(filter(None, key))
    cells = [str(row["source"]).partition("!")[2] if row else "" for row in (old, new)]
    return Correction(about, column, _cell(old, read or column), _cell(new, read or column), *cells)


def _cell(row: Mapping[str, object] | None, column: str) -> str:
    if row is None:
        return ""
    return f"{_shown(row['value'])} {row['unit']}" if column == "row" else _shown(row[column])


def _shown(value: object) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)
