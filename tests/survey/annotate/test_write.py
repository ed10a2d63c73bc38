"""A refused file gets a marked copy beside it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from carbonpath.core.problems import Problem
from carbonpath.survey.annotate.write import copy_path, is_copy_of, write_marked_copy
from carbonpath.survey.importer import examine
from carbonpath.survey.workbook import Reader

Xlsx = Callable[..., Path]
HEADER = ("设施", "品种", "用途", "数量", "单位")
FIRM = (("企业代码", "F01"), ("年度", 2020), ("部门", "钢铁"))


@pytest.mark.parametrize(
    ("name", "copy"),
    [
        ("F01-2020.xlsx", "F01-2020.marked.xlsx"),
        ("F06.csv", "F06.marked.xlsx"),
        ("F01-2020.marked.xlsx", "F01-2020.marked-2.xlsx"),
        ("F01-2020.标注-2.xlsx", "F01-2020.marked-3.xlsx"),
    ],
    ids=["workbook", "text", "copy", "copy of a copy"],
)
def test_the_name_of_the_copy(name: str, copy: str) -> None:
    assert copy_path(Path("received", name), "en") == Path("received", copy)


def test_a_copy_is_known_beside_its_original_only() -> None:
    original, copy = Path("a/F01.xlsx"), Path("a/F01.标注.xlsx")
    assert is_copy_of(copy, [original, copy])
    assert not is_copy_of(copy, [copy])
    assert not is_copy_of(original, [original, copy])
    assert not is_copy_of(Path("b/F01.标注.xlsx"), [original])


@pytest.mark.parametrize(("language", "words"), [("zh", "不是数"), ("en", "is no number")])
def test_the_note_is_in_the_language_asked_for(xlsx: Xlsx, reader: Reader, language: str, words: str) -> None:
    path = xlsx("F01.xlsx", 企业信息=FIRM, 燃料=(HEADER, ("kiln", "烟煤", "燃烧", "约12", "t")))
    (found,) = examine(reader, [path])
    copy, told = write_marked_copy(reader, found.file, found.problems, language)  # type: ignore[arg-type]
    sheet = openpyxl.load_workbook(copy)["燃料"]  # type: ignore[arg-type]
    assert words in sheet["D2"].comment.text  # type: ignore[union-attr]
    assert (told.code, told.value, told.details["count"]) == ("CP-1016", str(copy), "1")


def test_a_text_file_gets_a_workbook(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "F06.csv"
    path.write_bytes(
        "企业代码,年份,部门,设施,品种,用途,数量,单位\nF06,2021,水泥,kiln,烟煤,燃烧,约12,t\n".encode("gb18030")
    )
    (found,) = examine(reader, [path])
    copy, _ = write_marked_copy(reader, found.file, found.problems, "en")  # type: ignore[arg-type]
    sheet = openpyxl.load_workbook(copy)["CSV"]  # type: ignore[arg-type]
    assert sheet["G2"].value == "约12"
    assert sheet["G2"].fill.fgColor.rgb == "FFFFC8CE"


def test_an_unusual_workbook_is_written_anew(xlsx: Xlsx, reader: Reader, repacked: Callable[..., Path]) -> None:
    path = xlsx("F01.xlsx", 企业信息=FIRM, 燃料=(HEADER, ("kiln", "烟煤", "燃烧", "约12", "t")))
    cell = b'<row r="1"><c t="inlineStr"><is><t>x</t></is></c></row>'
    name = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    data = b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (name, cell)
    repacked(path, {"xl/worksheets/sheet1.xml": data})
    (found,) = examine(reader, [path])
    assert found.file is not None
    copy, told = write_marked_copy(reader, found.file, [Problem("CP-245", path.name)], "en")
    assert told.code == "CP-1016"
    assert openpyxl.load_workbook(copy)["企业信息"]["A1"].comment is not None  # type: ignore[arg-type]


def test_a_folder_that_cannot_be_written_is_told_and_no_more(
    xlsx: Xlsx, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = xlsx("F01.xlsx", 企业信息=FIRM, 燃料=(HEADER, ("kiln", "烟煤", "燃烧", "约12", "t")))
    (found,) = examine(reader, [path])
    monkeypatch.setattr(os, "fsync", _full)
    copy, told = write_marked_copy(reader, found.file, found.problems, "en")  # type: ignore[arg-type]
    assert copy is None
    assert (told.code, told.severity) == ("CP-1017", "warning")
    assert "No space" in told.details["reason"]
    assert [entry.name for entry in path.parent.iterdir()] == ["F01.xlsx"]


def test_a_file_that_has_gone_meanwhile_is_told(xlsx: Xlsx, reader: Reader) -> None:
    path = xlsx("F01.xlsx", 企业信息=FIRM, 燃料=(HEADER, ("kiln", "烟煤", "燃烧", "约12", "t")))
    (found,) = examine(reader, [path])
    path.unlink()
    copy, told = write_marked_copy(reader, found.file, found.problems, "en")  # type: ignore[arg-type]
    assert (copy, told.code) == (None, "CP-1017")


def _full(descriptor: int) -> None:
    raise OSError(28, "No space left on device")
