"""The rows of a workbook, sheet by sheet, as texts and numbers for its cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import ACTIVITY
from carbonpath.core.tables import as_table, check_table
from carbonpath.survey.codes import Code, activity_rules, book, burnt_in
from carbonpath.survey.firm_sheet import FirmSheet
from carbonpath.survey.layout import sheets
from carbonpath.survey.months import MONTHS
from carbonpath.survey.sectors import TEMPLATES, AskedRow, Facility, sector_template

NO_CATEGORY = "none"
"""Code in the column of categories for what emits nothing itself."""

NOT_APPLICABLE = "不适用"
"""What stands in a cell of a number that does not apply."""

FormCell = str | float | None
FormRow = dict[str, FormCell]


def data_sheets() -> tuple[str, ...]:
    """Return the sheets that hold ACTIVITY rows, in order."""
    return tuple(key for key, sheet in sheets().items() if "quantity" in sheet.columns)


def form_rows(firm: FirmSheet, rows: pd.DataFrame, monthly: pd.DataFrame | None = None) -> dict[str, list[FormRow]]:
    """Return the rows of each sheet.

    Parameters
    ----------
    firm
        Who reports.
    rows
        An ACTIVITY table of this firm and year; `source` is not used.
    monthly
        MONTHLY rows behind them.

    Raises
    ------
    DataError
        CP-288 for each row that a workbook of this firm and year cannot carry.
    """
    problems = check_table(rows, ACTIVITY) if len(rows) else []
    if problems:
        raise DataError(*problems)
    table = as_table(rows, ACTIVITY)
    records = [{str(key): value for key, value in record.items()} for record in table.to_dict("records")]
    sectors = {facility.facility: facility.sector for facility in firm.facilities}
    problems = [
        Problem("CP-288", place=f"row {number + 2}", value=str(record[column]), details={"column": column})
        for number, record in enumerate(records)
        for column in _unfit(record, firm, sectors)
    ]
    if problems:
        raise DataError(*problems)
    months = _months_by_row(monthly)
    lost = sorted(months.keys() - {_row_key(record) for record in records})
    if lost:
        raise DataError(*(Problem("CP-288", value=" ".join(key), details={"column": "month"}) for key in lost))
    result: dict[str, list[FormRow]] = {key: [] for key in data_sheets()}
    facilities = facility_cells(firm.facilities)
    for record in records:
        row = _form_row(record, facilities) | months.get(_row_key(record), {})
        result[activity_rules()[record["activity"]].sheet].append(row)
    return result


def _row_key(record: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(str(record[key]) for key in ("facility", "category", "activity", "item", "counterparty"))


def _months_by_row(monthly: pd.DataFrame | None) -> dict[tuple[str, ...], FormRow]:
    """Return the cells of the months of each row; a month that a row lacks does not apply."""
    found: dict[tuple[str, ...], FormRow] = {}
    for record in () if monthly is None else monthly.to_dict("records"):
        cells = found.setdefault(
            _row_key({str(k): v for k, v in record.items()}), dict.fromkeys(MONTHS, NOT_APPLICABLE)
        )
        cells[MONTHS[int(record["month"]) - 1]] = float(record["value"])
    return found


def asked_rows(firm: FirmSheet, asked: Iterable[AskedRow]) -> dict[str, list[FormRow]]:
    """Return the rows of each sheet of an empty template: everything but the numbers."""
    facilities = facility_cells(firm.facilities)
    categories = {facility.facility: facility.category for facility in firm.facilities}
    result: dict[str, list[FormRow]] = {key: [] for key in data_sheets()}
    for row in asked:
        record = {
            "facility": row.facility,
            "item": row.item,
            "activity": row.activity,
            "category": usual_category(row.activity, categories.get(row.facility, ""))
            if not row.category
            else row.category.replace(NO_CATEGORY, ""),
            "counterparty": "",
            "value": None,
            "unit": row.unit,
            "quality": "",
        }
        result[activity_rules()[row.activity].sheet].append(_form_row(record, facilities))
    return result


def with_facilities(firm: FirmSheet, rows: pd.DataFrame) -> tuple[Facility, ...]:
    """Return the facilities of a firm, those that only its rows name included."""
    usual = {f.facility: f for name in TEMPLATES for f in sector_template(name).facilities}
    if firm.template:
        usual |= {f.facility: f for f in sector_template(firm.template).facilities}
    known = {facility.facility: facility for facility in firm.facilities}
    for facility, sector in zip(rows["facility"], rows["sector"], strict=True):
        if facility and facility not in known:
            named = usual.get(facility, Facility(facility, facility, facility, sector))
            known[facility] = Facility(facility, named.zh, named.en, sector or named.sector, named.category)
    return tuple(known.values())


def usual_category(activity: str, category: str) -> str:
    """Return the category of a row of a facility whose process belongs to `category`."""
    if activity_rules()[activity].category:
        return activity_rules()[activity].category
    return burnt_in().get(category, category) if activity == "combusted" else category


def facility_cells(facilities: Iterable[Facility]) -> dict[str, str]:
    """Return what the template writes for each facility."""
    return {f.facility: Code(f.facility, f.zh, f.en).cell if f.zh != f.facility else f.facility for f in facilities}


def _form_row(record: Mapping[str, object], facilities: Mapping[str, str]) -> FormRow:
    rule = activity_rules()[str(record["activity"])]
    facility = str(record["facility"])
    category = str(record["category"]) or (NO_CATEGORY if facility and rule.facility == "required" else "")
    value = record["value"]
    return {
        "facility": facilities.get(facility, facility),
        "item": _cell("item", str(record["item"])),
        "activity": _cell("activity", str(record["activity"])),
        "category": _cell("category", category),
        "counterparty": _cell("counterparty", str(record["counterparty"])),
        "quantity": float(value) if isinstance(value, (int, float)) else None,
        "unit": str(record["unit"]),
        "quality": _cell("quality", str(record["quality"])),
    }


def _cell(name: str, code: str) -> str:
    entry = book(name).entries.get(code)
    return entry.cell if entry else code


def _unfit(record: Mapping[str, object], firm: FirmSheet, sectors: Mapping[str, str]) -> list[str]:
    """Return the columns of a row that the workbook would not give back."""
    rule = activity_rules().get(str(record["activity"]))
    if rule is None:
        return ["activity"]
    facility, sector = str(record["facility"]), str(record["sector"])
    expected = sectors.get(facility, "") if facility else firm.sector
    checks = {
        "firm": record["firm"] == firm.firm,
        "year": record["year"] == firm.year,
        "facility": bool(facility) if rule.facility == "required" else rule.facility == "optional" or not facility,
        "sector": sector in {"", expected},
        "category": not record["category"] or rule.facility == "required",
        "counterparty": bool(record["counterparty"]) == rule.counterparty,
        "unit": bool(record["unit"]),
    }
    return [column for column, fits in checks.items() if not fits]
