"""Workbooks that would harm are refused before they are parsed."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from carbonpath.core.errors import DataError, SafetyError
from carbonpath.survey.archive import WORKBOOK, unpack


def packed(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(WORKBOOK, b"<workbook/>")
        for name, content in parts.items():
            archive.writestr(f"xl/{name}.xml", content)
    return buffer.getvalue()


def test_the_parts_of_a_workbook_are_returned() -> None:
    assert unpack(packed(styles=b"<x/>"), "a.xlsx")["xl/styles.xml"] == b"<x/>"


def test_a_bomb_is_refused_by_its_declared_size() -> None:
    bomb = packed(sheet=b" " * 40_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(SafetyError, match="CP-1010"):
        unpack(bomb, "bomb.xlsx")


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    bomb = bytearray(packed(sheet=b" " * 40_000_000))
    size = struct.pack("<I", 40_000_000)
    while (at := bomb.find(size)) >= 0:
        bomb[at : at + 4] = struct.pack("<I", 1000)
    with pytest.raises((DataError, SafetyError), match=r"CP-235|CP-1010"):
        unpack(bytes(bomb), "bomb.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_document_type_is_refused(encoding: str) -> None:
    entities = '<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    with pytest.raises(SafetyError, match=r"CP-1011 xxe\.xlsx xl/sheet\.xml"):
        unpack(packed(sheet=entities.encode(encoding)), "xxe.xlsx")


def test_thousands_of_parts_are_refused() -> None:
    with pytest.raises(SafetyError, match="CP-1015"):
        unpack(packed(**{f"p{number}": b"" for number in range(2100)}), "many.xlsx")


def test_two_parts_of_one_name_are_refused() -> None:
    buffer = io.BytesIO(packed())
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(WORKBOOK, b"<other/>")
    with pytest.raises(SafetyError, match="CP-1015"):
        unpack(buffer.getvalue(), "twice.xlsx")


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_file_that_was_cut_off_says_so(kept: float) -> None:
    whole = packed(sheet=b"<x/>" * 500)
    with pytest.raises(DataError, match="CP-235"):
        unpack(whole[: int(len(whole) * kept)], "cut.xlsx")


def test_a_damaged_part_says_so() -> None:
    broken = bytearray(packed(sheet=bytes(range(256)) * 20))
    at = broken.find(b"xl/sheet.xml") + 40
    broken[at : at + 8] = b"\xff" * 8
    with pytest.raises(DataError, match="CP-235"):
        unpack(bytes(broken), "broken.xlsx")


def test_an_encrypted_part_is_a_password() -> None:
    locked = bytearray(packed())
    for header, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.find(header) + offset] |= 1
    with pytest.raises(DataError, match="CP-232"):
        unpack(bytes(locked), "locked.xlsx")


def test_another_office_format_says_so() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("content.xml", b"<x/>")
    with pytest.raises(DataError, match="CP-236"):
        unpack(buffer.getvalue(), "a.ods")
