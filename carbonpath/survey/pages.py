"""The pages of a survey workbook: headers in two languages, drop-downs, comments, protected labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carbonpath.core.messages import LANGUAGES, load_area, text
from carbonpath.survey.codes import activity_rules, book, item_kinds, raw_codes
from carbonpath.survey.form import FormCell, FormRow, facility_cells
from carbonpath.survey.grid import column_letters
from carbonpath.survey.layout import Column, Field, Sheet, sheets
from carbonpath.survey.months import MONTHS, NUMBERS
from carbonpath.survey.sectors import Facility

SPARE_ROWS = 300
"""Empty rows below the last filled one that still have drop-downs."""
FIRST_ROW = 3
"""First row of data, counted from 0: below a title and two rows of headers."""

_LISTS = ("facility", "item", "category", "counterparty", "sector")
"""Code lists on the sheet of codes, one column each."""


@dataclass(frozen=True, slots=True)
class Styles:
    """Cell formats."""

    title: Any
    """Title of a sheet."""
    header: Any
    """Chinese header, locked."""
    needed: Any
    """Header of a column that must be filled."""
    english: Any
    """English header, locked."""
    text: Any
    """Cell for text."""
    number: Any
    """Cell for a number."""
    wrapped: Any
    """Paragraph of the instructions."""


@dataclass(frozen=True, slots=True)
class Page:
    """A worksheet under way."""

    sheet: Any
    """Worksheet of xlsxwriter."""
    styles: Styles
    """Formats."""
    title: str
    """Title in both languages."""


def make_styles(workbook: Any) -> Styles:
    """Return the formats of `workbook`."""
    add = workbook.add_format
    return Styles(
        title=add({"bold": True, "font_size": 14}),
        header=add({"bold": True, "bg_color": "#DDE7F0", "border": 1, "valign": "vcenter"}),
        needed=add({"bold": True, "bg_color": "#F6E3C5", "border": 1, "valign": "vcenter"}),
        english=add({"italic": True, "bg_color": "#EEF3F8", "border": 1}),
        text=add({"locked": False, "num_format": "@"}),
        number=add({"locked": False}),
        wrapped=add({"text_wrap": True, "valign": "top"}),
    )


def write_fields(page: Page, lines: Sequence[Field], values: Mapping[str, FormCell]) -> None:
    """Write the page on the firm: label, English label, value, hint."""
    page.sheet.write_string(0, 0, page.title, page.styles.title)
    for column, width in enumerate((22, 28, 44, 60)):
        page.sheet.set_column(column, column, width)
    for row, line in enumerate(lines, start=2):
        page.sheet.write_string(row, 0, line.zh, page.styles.needed if line.need else page.styles.header)
        page.sheet.write_string(row, 1, line.en, page.styles.english)
        _write_cell(page, row, 2, values.get(line.key))
        page.sheet.write_string(row, 3, _hint(line.key))
        if line.book:
            _offer(page, row, row, 2, [code.cell for code in book(line.book).entries.values()])
    _protect(page)


def write_table_page(page: Page, sheet: Sheet, rows: Sequence[FormRow], columns: Mapping[str, Column]) -> None:
    """Write a table: title, Chinese headers, English headers, rows, and drop-downs for them and some more."""
    page.sheet.write_string(0, 0, page.title, page.styles.title)
    last = FIRST_ROW + len(rows) + SPARE_ROWS
    for index, key in enumerate(sheet.columns):
        column = columns[key]
        page.sheet.set_column(index, index, column.width, _format(page, key))
        page.sheet.write_string(1, index, column.zh, page.styles.needed if key in sheet.needs else page.styles.header)
        page.sheet.write_string(2, index, column.en, page.styles.english)
        page.sheet.write_comment(1, index, _hint(help_key(key)), {"x_scale": 2, "y_scale": 1.5})
        if column.book:
            _offer(page, FIRST_ROW, last, index, _choices(column.book, sheet))
    for number, row in enumerate(rows, start=FIRST_ROW):
        for index, key in enumerate(sheet.columns):
            _write_cell(page, number, index, row.get(key))
    page.sheet.freeze_panes(FIRST_ROW, 1)
    _protect(page)


def help_key(key: str) -> str:
    """Return under which key the catalogue explains a column; that of all months is one."""
    return "month" if key in MONTHS else key


def write_instructions(page: Page, groups: Sequence[str]) -> None:
    """Write how the workbook is filled, in Chinese and English: the groups of lines of the catalogue in order."""
    page.sheet.write_string(0, 0, page.title, page.styles.title)
    page.sheet.set_column(0, 1, 70)
    for column, language in enumerate(LANGUAGES):
        lines = [line for group in groups for line in load_area("survey", language)[group].values()]
        for row, line in enumerate(lines, start=2):
            page.sheet.write_string(row, column, line, page.styles.wrapped)
    page.sheet.protect()


def write_code_lists(page: Page, facilities: Sequence[Facility]) -> None:
    """Write the lists that the drop-downs offer, one a column, and beside each item its kinds of unit."""
    page.sheet.write_string(0, 0, page.title, page.styles.title)
    lists = {name: [code.cell for code in book(name).entries.values()] for name in _LISTS if name != "facility"}
    lists["facility"] = list(facility_cells(facilities).values())
    lists = {name: lists[name] for name in _LISTS} | {"kinds": [" / ".join(kinds) for kinds in item_kinds().values()]}
    for column, (name, cells) in enumerate(lists.items()):
        page.sheet.set_column(column, column, 40)
        page.sheet.write_string(1, column, text(f"survey.list.{name}", "zh"), page.styles.header)
        page.sheet.write_string(2, column, text(f"survey.list.{name}", "en"), page.styles.english)
        for row, cell in enumerate(cells, start=FIRST_ROW):
            page.sheet.write_string(row, column, cell)
    page.sheet.protect()


def _choices(name: str, sheet: Sheet) -> list[str] | str:
    """Return what a drop-down offers: texts, or the range of a long list on the sheet of codes."""
    if name == "activity":
        codes = [code for code, rule in activity_rules().items() if rule.sheet == sheet.key]
        return [book("activity").entries[code].cell for code in codes]
    if name == "unit":
        return [str(unit) for unit in raw_codes()["units"]["offered"]]
    if name in _LISTS:
        letter = column_letters(_LISTS.index(name))
        return f"='{sheets()['codes'].zh}'!${letter}${FIRST_ROW + 1}:${letter}${FIRST_ROW + SPARE_ROWS}"
    return [code.cell for code in book(name).entries.values()]


def _offer(page: Page, first: int, last: int, column: int, choices: list[str] | str) -> None:
    options = {
        "validate": "list",
        "source": choices,
        "error_type": "warning",
        "error_title": _both("survey.offer.title"),
        "error_message": _both("survey.offer.message"),
    }
    page.sheet.data_validation(first, column, last, column, options)


def _write_cell(page: Page, row: int, column: int, cell: FormCell) -> None:
    if cell is None or cell == "":
        page.sheet.write_blank(row, column, None, page.styles.text if cell == "" else page.styles.number)
    elif isinstance(cell, str):
        page.sheet.write_string(row, column, cell, page.styles.text)
    else:
        page.sheet.write_number(row, column, cell, page.styles.number)


def _format(page: Page, key: str) -> Any:
    return page.styles.number if key in NUMBERS else page.styles.text


def _hint(key: str) -> str:
    return f"{text(f'survey.help.{key}', 'zh')}\n{text(f'survey.help.{key}', 'en')}"


def _both(key: str) -> str:
    return f"{text(key, 'zh')} {text(key, 'en')}"


def _protect(page: Page) -> None:
    allowed = ("format_columns", "format_rows", "insert_rows", "delete_rows", "sort", "autofilter")
    page.sheet.protect("", dict.fromkeys(allowed, True))
