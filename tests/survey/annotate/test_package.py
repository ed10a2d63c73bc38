"""Parts point at each other, and a package without changes is written as it came."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from carbonpath.survey.annotate.markup import UnmarkableError
from carbonpath.survey.annotate.package import Package, require_usual
from carbonpath.survey.archive import unpack

Xlsx = Callable[..., Path]
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def package(xlsx: Xlsx) -> Package:
    """Return a workbook without notes."""
    content = xlsx().read_bytes()
    return Package(content, unpack(content, "a.xlsx"))


def contents(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_is_not_changed_is_as_it_came(package: Package) -> None:
    assert contents(package.written()) == contents(package.content)
    assert package.written() == package.written()


def test_a_relation_leads_to_its_part(package: Package) -> None:
    notes = package.add_notes(b"<comments/>")
    assert package.related(SHEET, "comments") is None
    package.relate(SHEET, "comments", notes)
    package.relate(SHEET, "vmlDrawing", package.add_boxes(b"<xml></xml>"))
    again = Package(b"", {name: part for name, part in contents(package.written()).items() if "." in name})
    assert again.related(SHEET, "comments") == "xl/comments1.xml"
    assert again.related(SHEET, "vmlDrawing") == "xl/drawings/vmlDrawing1.vml"
    types = contents(package.written())["[Content_Types].xml"]
    assert b'Extension="vml"' in types
    assert b'PartName="/xl/comments1.xml"' in types


def test_a_second_drawing_declares_its_kind_once(package: Package) -> None:
    package.add_boxes(b"<xml></xml>")
    assert package.add_boxes(b"<xml></xml>") == "xl/drawings/vmlDrawing2.vml"
    assert contents(package.written())["[Content_Types].xml"].count(b'Extension="vml"') == 1


@pytest.mark.parametrize(
    "part",
    [
        b'<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main">',
        "<worksheet>".encode("utf-16"),
        b"<chartsheet>",
    ],
    ids=["strict dialect", "other coding", "no sheet"],
)
def test_unusual_sheets_are_refused(part: bytes) -> None:
    with pytest.raises(UnmarkableError):
        require_usual(part)
