"""Files as cells: what Excel hides is told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from carbonpath.core.errors import DataError
from carbonpath.survey.grid import Range, Special
from carbonpath.survey.reader_child import read_file, read_workbook


def test_cells_keep_what_excel_shows(tmp_path: Path) -> None:
    workbook = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = workbook.add_worksheet("甲")
    sheet.write_row(0, 0, ["文字", 1.5, 3, True, "  "])
    sheet.write_formula(1, 0, "=1/0", None, "#DIV/0!")
    sheet.write_datetime(1, 1, dt.datetime(2020, 1, 2), workbook.add_format({"num_format": "yyyy-mm-dd"}))
    sheet.write_number(1, 2, 0.125, workbook.add_format({"num_format": "0.0%"}))
    sheet.write_formula(9, 7, "=NA()", None, "#N/A")
    workbook.close()
    (grid,) = read_workbook((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")
    assert grid.rows[0][:5] == ["文字", 1.5, 3.0, True, None]
    assert [grid.rows[1][0], grid.rows[1][2]] == [Special("error", "#DIV/0!"), Special("percent", "12.5%", 0.125)]
    assert str(grid.rows[1][1]) == str(Special("date", "2020-01-02"))
    assert grid.rows[9][7] == Special("error", "#N/A")


def test_merges_and_hidden_parts_are_told(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["a", 1])
    sheet.append([None, 2])
    sheet.merge_cells("A1:A2")
    sheet.row_dimensions[2].hidden = True
    workbook.create_sheet("藏").sheet_state = "hidden"
    workbook.save(tmp_path / "a.xlsx")
    first, second = read_workbook((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")
    assert (first.merged, first.hidden_rows, first.visible, second.visible) == ((Range(0, 0, 1, 0),), (1,), True, False)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="CP-201"):
        read_file(tmp_path / "none.xlsx")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="CP-238"):
        read_file(tmp_path)


def test_digest_and_encoding_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("品种,数量\n煤,1\n".encode("gb18030"))
    answer = read_file(tmp_path / "a.csv")
    assert (answer["encoding"], len(answer["sha256"])) == ("gb18030", 64)


def test_a_file_that_is_far_too_large_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "big.xlsx").open("wb") as handle:
        handle.truncate(100_000_000)
    with pytest.raises(DataError, match="CP-237"):
        read_file(tmp_path / "big.xlsx")
