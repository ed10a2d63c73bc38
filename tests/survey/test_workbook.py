"""The one door: whatever a file does, the program lives and says why."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carbonpath.core.errors import DataError, SafetyError
from carbonpath.core.problems import Problem
from carbonpath.survey.sniff import OLE
from carbonpath.survey.workbook import Reader, read_files

Xlsx = Callable[..., Path]
Refused = Callable[[Path], tuple[Problem, ...]]


def test_a_workbook_arrives_as_cells(xlsx: Xlsx, reader: Reader) -> None:
    file = reader.read(xlsx())
    assert [grid.name for grid in file.grids] == ["企业信息", "燃料与能源"]
    assert (file.grids[1].rows[1][3], file.encoding) == (1250.5, "xlsx")


def test_one_bad_file_does_not_hide_the_others(xlsx: Xlsx, tmp_path: Path) -> None:
    (tmp_path / "empty.xlsx").write_bytes(b"")
    (tmp_path / "locked.xlsx").write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(DataError) as caught:
        read_files([tmp_path / "empty.xlsx", xlsx(), tmp_path / "locked.xlsx"])
    assert [(p.code, p.file) for p in caught.value.problems] == [("CP-230", "empty.xlsx"), ("CP-232", "locked.xlsx")]


def test_a_file_that_could_harm_makes_it_a_matter_of_safety(xlsx: Xlsx, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 30_000_000)
    (tmp_path / "empty.xlsx").write_bytes(b"")
    with pytest.raises(SafetyError) as caught:
        read_files([tmp_path / "empty.xlsx", tmp_path / "bomb.xlsx"])
    assert [p.code for p in caught.value.problems] == ["CP-230", "CP-1010"]


def test_a_far_cell_that_hides_from_the_search_breaks_only_the_reading_process(
    xlsx: Xlsx, repacked: Callable[..., Path], reader: Reader, refused: Refused
) -> None:
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row>'
    sheet += b'<c r="A1"><v>1</v></c><c q=">" r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    path = repacked(xlsx("far.xlsx"), {"xl/worksheets/sheet1.xml": sheet})
    assert [p.code for p in refused(path)] == ["CP-1013"]
    assert reader.read(xlsx("next.xlsx")).grids


def test_a_file_that_takes_too_long_is_stopped_and_the_next_is_read(xlsx: Xlsx, tmp_path: Path) -> None:
    slow = tmp_path / "slow.csv"
    slow.write_text("firm,year,item,value\n" + "F01,2020,coke,12.5\n" * 40_000, encoding="utf-8")
    with Reader(seconds=0.001) as hasty:
        with pytest.raises(SafetyError, match="CP-1014"):
            hasty.read(slow)
        hasty.seconds = 30.0
        assert hasty.read(xlsx("next.xlsx")).grids


def test_workbooks_that_are_none_are_told_apart(xlsx: Xlsx, refused: Refused, tmp_path: Path) -> None:
    whole = xlsx().read_bytes()
    files = {
        "cut.xlsx": (whole[: len(whole) // 2], "CP-235"),
        "empty.xlsx": (b"", "CP-230"),
        "text.xlsx": (b"a,b\n1,2\n", "CP-234"),
        "page.xls": (b"<html><body><table>", "CP-233"),
        "locked.xlsx": (OLE + "EncryptedPackage".encode("utf-16-le"), "CP-232"),
    }
    for name, (content, code) in files.items():
        (tmp_path / name).write_bytes(content)
        (problem,) = refused(tmp_path / name)
        assert (problem.code, problem.file) == (code, name)
        assert name in problem.told("zh")["message"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(flips=st.lists(st.tuples(st.floats(0, 0.9999), st.integers(0, 255)), min_size=1, max_size=20))
def test_no_damage_to_a_file_is_a_crash(flips: list[tuple[float, int]], xlsx: Xlsx, reader: Reader) -> None:
    path = xlsx("damaged.xlsx")
    content = bytearray(path.read_bytes())
    for place, byte in flips:
        content[int(place * len(content))] = byte
    path.write_bytes(content)
    with suppress(DataError, SafetyError):
        assert reader.read(path).encoding == "xlsx"


def test_a_working_folder_with_modules_of_its_own_is_not_trusted(
    xlsx: Xlsx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    with Reader() as fresh:
        assert fresh.read(xlsx()).grids
