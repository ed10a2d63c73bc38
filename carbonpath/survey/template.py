"""Writing a survey workbook: an empty template, or one filled with rows."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd
import xlsxwriter

from carbonpath.core.files import write_bytes
from carbonpath.core.messages import text
from carbonpath.core.schemas import MONTHLY
from carbonpath.core.tables import empty_table
from carbonpath.survey.codes import book
from carbonpath.survey.firm_sheet import FirmSheet, blank_firm_sheet
from carbonpath.survey.form import FormRow, asked_rows, data_sheets, form_rows, with_facilities
from carbonpath.survey.layout import by_month, columns, columns_by_month, fields, sheets
from carbonpath.survey.pages import (
    Page,
    make_styles,
    write_code_lists,
    write_fields,
    write_instructions,
    write_table_page,
)
from carbonpath.survey.sectors import sector_template

_CREATED = dt.datetime(2020, 1, 1)


def write_workbook(
    path: Path, firm: FirmSheet, rows: pd.DataFrame | None = None, monthly: pd.DataFrame | None = None
) -> None:
    """Write the workbook of one firm and year; the same content always gives the same bytes.

    Parameters
    ----------
    path
        File to write.
    firm
        Who reports. Facilities that only the rows name are added, with the names of the sector templates.
    rows
        An ACTIVITY table of this firm and year (`source` is not used; numbers keep the 15 digits that Excel keeps).
        None gives the empty template of `firm.template`, or an empty form if it names none.
    monthly
        MONTHLY rows behind `rows`; a table, even without rows, gives the form with twelve columns of months. None
        gives the form with years alone.

    Raises
    ------
    DataError
        CP-288 for each row that the workbook cannot carry.
    StorageError
        CP-901 if the file cannot be written.
    """
    if rows is None:
        content = asked_rows(firm, sector_template(firm.template).rows if firm.template else ())
    else:
        firm = replace(firm, facilities=with_facilities(firm, rows))
        content = form_rows(firm, rows, monthly)
    write_bytes(path, _workbook(firm, content, monthly=monthly is not None))


def write_template(template: str, path: Path, *, monthly: bool = False) -> None:
    """Write the empty template of a sector, with columns for the months if they are asked for.

    Raises
    ------
    KeyError
        If `template` is none of `TEMPLATES`.
    StorageError
        CP-901 if the file cannot be written.
    """
    write_workbook(path, blank_firm_sheet(template), monthly=empty_table(MONTHLY) if monthly else None)


def _workbook(firm: FirmSheet, content: Mapping[str, list[FormRow]], *, monthly: bool) -> bytes:
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(buffer, options)
    workbook.set_properties({"created": _CREATED, "title": _title("form", firm)})
    styles = make_styles(workbook)
    for key, sheet in sheets().items():
        page = Page(workbook.add_worksheet(sheet.zh), styles, f"{sheet.zh} {sheet.en}{_mark(firm)}")
        _write_sheet(page, key, firm, content, monthly=monthly)
    workbook.close()
    return buffer.getvalue()


def _write_sheet(page: Page, key: str, firm: FirmSheet, content: Mapping[str, list[FormRow]], *, monthly: bool) -> None:
    if key == "firm":
        write_fields(page, tuple(fields().values()), _field_values(firm))
    elif key == "facility":
        write_table_page(page, sheets()[key], _facility_rows(firm), columns())
    elif key in data_sheets() and monthly:
        write_table_page(page, by_month(sheets()[key]), content[key], columns_by_month())
    elif key in data_sheets():
        write_table_page(page, sheets()[key], content[key], columns())
    elif key == "instructions":
        write_instructions(page, ("instructions", "instructions_monthly") if monthly else ("instructions",))
    else:
        write_code_lists(page, firm.facilities)


def _field_values(firm: FirmSheet) -> dict[str, str | float | None]:
    return {
        "firm": firm.firm,
        "name": firm.name,
        "credit_code": firm.credit_code,
        "year": firm.year,
        "sector": book("sector").entries[firm.sector].cell if firm.sector else "",
        "template": firm.template,
        "guideline": firm.guideline,
        "contact": firm.contact,
        "nature": book("nature").entries["illustrative" if firm.illustrative else "real"].cell,
    }


def _facility_rows(firm: FirmSheet) -> list[FormRow]:
    return [
        {
            "facility_code": facility.facility,
            "facility_zh": facility.zh,
            "facility_en": facility.en,
            "sector": book("sector").entries[facility.sector].cell if facility.sector else "",
            "category": book("category").entries[facility.category or "none"].cell,
        }
        for facility in firm.facilities
    ]


def _mark(firm: FirmSheet) -> str:
    return f" ({_title('illustrative', firm)})" if firm.illustrative else ""


def _title(name: str, firm: FirmSheet) -> str:
    return f"{text(f'survey.title.{name}', 'zh')} {text(f'survey.title.{name}', 'en')}"
