"""What the parser does not tell."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError, SafetyError
from carbonpath.survey.sheet_scan import scan_sheet, scan_sheets

STYLES = b"""<styleSheet xmlns="x"><numFmts><numFmt numFmtId="170" formatCode="0.00%"/>
<numFmt numFmtId="171" formatCode="0&quot;%&quot;"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="9"/></cellXfs></styleSheet>"""
BOOK = b"""<workbook xmlns="x" xmlns:r="y">
<sheets><sheet name="\xe7\x94\xb2" sheetId="1" r:id="rId1"/></sheets></workbook>"""
RELATIONS = b"""<Relationships xmlns="z"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>"""


def parts(sheet: bytes) -> dict[str, bytes]:
    return {
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": sheet,
    }


def test_errors_and_percents_are_found_by_cell() -> None:
    sheet = b"""<sheetData><row r="2"><c r="B2" t="e"><v>#DIV/0!</v></c><c r="C2" s="1"><v>0.125</v></c>
    <c r='D2' s='2'><v>3</v></c><c s="3" r="E2"><v>0.5</v></c></row></sheetData>"""
    scan = scan_sheets(parts(sheet), "a.xlsx")["甲"]
    assert scan.errors == {(1, 1): "#DIV/0!"}
    assert scan.percents == {(1, 2), (1, 4)}


def test_formulas_without_a_result_are_found_and_no_others() -> None:
    sheet = b"""<c r="A1"><f>SUM(1,2)</f><v></v></c><c r="B1"><f>B2</f><v/></c><c r="C1"><f t="shared" si="0"/></c>
    <c r="D1"><f>D2</f><v>4</v></c><c r="E1" t="str"><f>E2</f><v></v></c><c r="F1"><v>5</v></c>"""
    assert scan_sheet(sheet, frozenset(), "a.xlsx", "x").formulas == {(0, 0): "=SUM(1,2)", (0, 1): "=B2", (0, 2): "="}


def test_hidden_rows_with_cells_are_found() -> None:
    sheet = b"""<row r="3" hidden="1"><c r="A3"><v>1</v></c></row><row r="9" hidden="1"/>"""
    assert scan_sheet(sheet, frozenset(), "a.xlsx", "甲").hidden_rows == [2]


def test_a_lone_cell_far_away_is_refused_by_name() -> None:
    sheet = b"""<row r="1048576"><c r="A1"><v>1</v></c><x:c r="XFD1048576"><v>1</v></x:c></row>"""
    with pytest.raises(SafetyError) as caught:
        scan_sheet(sheet, frozenset(), "far.xlsx", "甲")
    assert [(p.code, p.place) for p in caught.value.problems] == [("CP-1012", "甲!XFD1048576")]


def test_empty_formatted_cells_far_away_do_no_harm() -> None:
    assert scan_sheet(b"""<c r="XFD1048576" s="1"/>""", frozenset(), "a.xlsx", "甲").errors == {}


def test_a_sheet_of_too_many_rows_is_too_large_not_hostile() -> None:
    sheet = b"".join(b"""<c r="A%d"><v>1</v></c>""" % row for row in range(1, 200_003))
    with pytest.raises(DataError, match="CP-237"):
        scan_sheet(sheet, frozenset(), "big.xlsx", "甲")


def test_parts_that_are_no_xml_are_damage() -> None:
    with pytest.raises(DataError, match="CP-235"):
        scan_sheets({"xl/workbook.xml": b"<workbook"}, "a.xlsx")
