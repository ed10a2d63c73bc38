"""CSV: what is written is read back."""

from __future__ import annotations

import pytest

from carbonpath.core.schemas import INDICATOR, RESULT
from carbonpath.core.tables import read_table
from carbonpath.exports.csv import export
from carbonpath.exports.tables import ExportOptions


def test_both_tables_are_written_and_read_back_exactly(tables, tmp_path):
    paths = export(tables, tmp_path / "run.csv", ExportOptions())

    assert [path.name for path in paths] == ["run.csv", "run_results.csv"]
    assert read_table(paths[0], INDICATOR)["value"].tolist() == tables.indicators["value"].tolist()
    assert read_table(paths[1], RESULT).equals(tables.result)


@pytest.mark.parametrize(
    ("excel", "start"), [pytest.param(True, b"\xef\xbb\xbf", id="for Excel"), pytest.param(False, b"scen", id="plain")]
)
def test_a_byte_order_mark_is_there_for_excel_only(tables, tmp_path, excel, start):
    path, _ = export(tables, tmp_path / "run.csv", ExportOptions(excel=excel))

    assert path.read_bytes().startswith(start)


def test_a_name_that_looks_like_a_formula_is_told_as_text(tables, tmp_path):
    path, _ = export(tables, tmp_path / "run.csv", ExportOptions())

    assert "'=cmd" in path.read_text(encoding="utf-8-sig")
