"""Sheets as a workbook."""

import math

import openpyxl

from carbonpath.core.sheets import Figure, Sheet
from carbonpath.exports.book import book_bytes, write_book

SHEET = Sheet(
    "表1", "标题", ("项目", "数"), (("=1+1", Figure(1234.56789, 3)), ("", Figure(math.nan)), ("n", 7)), ("注",)
)


def test_texts_stay_texts_and_numbers_keep_all_their_digits(tmp_path):
    write_book([SHEET], tmp_path / "book.xlsx", "title")

    page = openpyxl.load_workbook(tmp_path / "book.xlsx")["表1"]
    assert [cell.value for cell in page[1] if cell.value] == ["标题"]
    assert (page["A3"].value, page["A3"].data_type) == ("=1+1", "s")
    assert (page["B3"].value, page["B3"].number_format) == (1234.56789, "#,##0.000")
    assert (page["B4"].value, page["B5"].value, page["A7"].value) == (None, 7, "注")


def test_equal_sheets_give_equal_bytes():
    assert book_bytes([SHEET], "title") == book_bytes([SHEET], "title")
