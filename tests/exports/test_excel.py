"""Excel: three sheets, texts that stay texts, the same bytes again."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from carbonpath.exports.excel import export, workbook_bytes
from carbonpath.exports.tables import ExportOptions


@pytest.fixture
def book(tables):
    """Return the workbook as another program reads it."""
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(tables, ExportOptions(language="zh", illustrative=True))))


def test_notes_peaks_and_years_have_a_sheet_each(book):
    assert book.sheetnames == ["说明", "达峰", "分年指标"]
    assert "示意" in book["说明"]["A5"].value


def test_numbers_are_numbers_unrounded(book):
    sheet = book["分年指标"]

    assert (sheet["H1"].value, sheet["H2"].value, sheet["H2"].data_type) == ("2020", 3600, "n")
    assert sheet["I3"].value is None


def test_years_are_shown_as_years(book):
    sheet = book["达峰"]
    place = [cell.value for cell in sheet[1]].index("达峰年")

    assert (sheet[2][place].value, sheet[2][place].number_format) == (2021, "0")


def test_a_name_that_looks_like_a_formula_stays_text(book):
    cells = [row[0] for row in book["分年指标"].iter_rows(min_row=2)]

    harmful = [cell for cell in cells if str(cell.value).startswith("=")]
    assert [cell.data_type for cell in harmful] == ["s"]


def test_writing_again_gives_the_same_bytes_and_no_real_date(tables, tmp_path):
    options = ExportOptions()

    first, second = (export(tables, tmp_path / name, options)[0].read_bytes() for name in ("a.xlsx", "b.xlsx"))

    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"2020-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_tables_without_rows_make_a_workbook(empty):
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(empty, ExportOptions(language="en"))))

    assert book["Indicators by year"].max_row == 1
