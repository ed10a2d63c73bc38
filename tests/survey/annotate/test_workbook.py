"""The marked workbook: coloured cells with notes, everything else as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment

from carbonpath.survey.annotate.copy import marked_copy, require_same
from carbonpath.survey.annotate.marks import SheetMarks
from carbonpath.survey.annotate.markup import UnmarkableError
from carbonpath.survey.reader_child import read_workbook
from carbonpath.survey.sectors import TEMPLATES
from carbonpath.survey.template import write_template

Xlsx = Callable[..., Path]
MARKS = {"燃料与能源": SheetMarks({(1, 3): "error", (1, 0): "warning", (8, 2): "error"}, {(1, 3): "no number"})}
RED, YELLOW = "FFFFC8CE", "FFFFEC9C"


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture
def rich(tmp_path: Path) -> bytes:
    """Return a workbook with a formula, a chart, a picture's worth of formats, a drop-down and a name."""
    path = tmp_path / "rich.xlsx"
    workbook = xlsxwriter.Workbook(path)
    sheet = workbook.add_worksheet("燃料与能源")
    unlocked = workbook.add_format({"locked": False, "num_format": "#,##0.0", "bold": True})
    sheet.set_column(2, 3, 20, unlocked)
    sheet.write_row(0, 0, ["设施", "品种", "用途", "数量"])
    sheet.write_row(1, 0, ["kiln", "烟煤", "燃烧"])
    sheet.write_formula(1, 3, "=6*7", unlocked, 42)
    sheet.data_validation("C2:C9", {"validate": "list", "source": ["燃烧", "投入"]})
    sheet.protect()
    chart = workbook.add_chart({"type": "line"})
    chart.add_series({"values": "='燃料与能源'!$D$2:$D$2"})
    sheet.insert_chart("F2", chart)
    workbook.define_name("总量", "='燃料与能源'!$D$2")
    workbook.close()
    return path.read_bytes()


def test_cells_are_coloured_and_have_their_notes(rich: bytes) -> None:
    sheet = opened(marked_copy(rich, "a.xlsx", MARKS))["燃料与能源"]
    assert [sheet[name].fill.fgColor.rgb for name in ("D2", "A2", "C9")] == [RED, YELLOW, RED]
    assert sheet["D2"].comment.text == "[carbonpath] no number"
    assert sheet["D2"].comment.author == "carbonpath"
    assert sheet["B2"].fill.fill_type is None


def test_everything_else_is_as_it_was(rich: bytes) -> None:
    copy = marked_copy(rich, "a.xlsx", MARKS)
    before, after = parts(rich), parts(copy)
    touched = {
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "[Content_Types].xml",
    }
    assert {name for name in before if before[name] != after[name]} == touched
    assert set(after) - set(before) == {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}
    assert b"<f>6*7</f><v>42</v>" in after["xl/worksheets/sheet1.xml"]
    require_same(read_workbook(rich, "a.xlsx"), read_workbook(copy, "a.xlsx"))


def test_formats_and_locks_of_marked_cells_stay(rich: bytes) -> None:
    sheet = opened(marked_copy(rich, "a.xlsx", MARKS))["燃料与能源"]
    for name in ("D2", "C9"):
        assert sheet[name].number_format == "#,##0.0"
        assert sheet[name].font.bold
        assert not sheet[name].protection.locked
    assert sheet.protection.sheet


def test_every_part_is_well_formed_and_the_boxes_stand_in_their_place(rich: bytes) -> None:
    copy = parts(marked_copy(rich, "a.xlsx", MARKS))
    for name, part in copy.items():
        if name.endswith((".xml", ".rels", ".vml")):
            ET.fromstring(part)
    order = [child.tag.rpartition("}")[2] for child in ET.fromstring(copy["xl/worksheets/sheet1.xml"])]
    assert order[-2:] == ["drawing", "legacyDrawing"]


def test_the_same_marks_give_the_same_bytes(rich: bytes) -> None:
    assert marked_copy(rich, "a.xlsx", MARKS) == marked_copy(rich, "a.xlsx", MARKS)


def test_marks_of_an_earlier_copy_are_taken_off(rich: bytes) -> None:
    second = {"燃料与能源": SheetMarks({(1, 1): "error"}, {(1, 1): "unknown"})}
    sheet = opened(marked_copy(marked_copy(rich, "a.xlsx", MARKS), "a.xlsx", second))["燃料与能源"]
    assert sheet["D2"].fill.fill_type is None
    assert sheet["D2"].comment is None
    assert sheet["D2"].number_format == "#,##0.0"
    assert sheet["B2"].fill.fgColor.rgb == RED
    assert sheet["B2"].comment.text == "[carbonpath] unknown"


def test_notes_of_the_firm_stay(xlsx: Xlsx) -> None:
    path = xlsx()
    workbook = openpyxl.load_workbook(path)
    for name in ("D2", "B2"):
        workbook["燃料与能源"][name].comment = Comment("按发票", "王")
    workbook.save(path)
    sheet = opened(marked_copy(path.read_bytes(), "a.xlsx", MARKS))["燃料与能源"]
    assert sheet["D2"].comment.text == "[carbonpath] no number\n\n按发票"
    assert sheet["B2"].comment.text == "按发票"


def test_a_cell_with_a_conversation_has_its_note_beside_it(rich: bytes, tmp_path: Path) -> None:
    content = parts(rich)
    relations = content["xl/worksheets/_rels/sheet1.xml.rels"]
    thread = b'<Relationship Id="rId9" Type="http://x/threadedComment" Target="../threadedComments/t1.xml"/>'
    content["xl/worksheets/_rels/sheet1.xml.rels"] = relations.replace(
        b"</Relationships>", thread + b"</Relationships>"
    )
    content["xl/threadedComments/t1.xml"] = b'<ThreadedComments><threadedComment ref="D2"/></ThreadedComments>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    copy = parts(marked_copy(buffer.getvalue(), "a.xlsx", MARKS))
    assert b'ref="E2"' in copy["xl/comments1.xml"]
    assert b'ref="D2"' not in copy["xl/comments1.xml"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_our_own_templates_can_be_marked(template: str, tmp_path: Path) -> None:
    write_template(template, tmp_path / "a.xlsx")
    content = (tmp_path / "a.xlsx").read_bytes()
    copy = marked_copy(content, "a.xlsx", MARKS)
    require_same(read_workbook(content, "a.xlsx"), read_workbook(copy, "a.xlsx"))
    sheet = opened(copy)["燃料与能源"]
    assert sheet["D2"].comment.text.startswith("[carbonpath] no number\n\n只填数字")


def test_a_copy_with_other_cells_is_noticed(xlsx: Xlsx) -> None:
    one = xlsx("a.xlsx", 表=(("烟煤", 5),)).read_bytes()
    other = xlsx("b.xlsx", 表=(("烟煤", 6),)).read_bytes()
    with pytest.raises(UnmarkableError):
        require_same(read_workbook(one, "a.xlsx"), read_workbook(other, "b.xlsx"))
