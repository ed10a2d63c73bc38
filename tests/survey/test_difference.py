"""What a correction changed is told cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from carbonpath.survey.difference import Correction, corrections
from carbonpath.survey.grid import Cell
from carbonpath.survey.importer import ImportedSurvey, import_workbook

Xlsx = Callable[..., Path]
HEADER: tuple[Cell, ...] = ("设施", "品种", "用途", "数量", "单位", "数据来源", "备注")
COAL: tuple[Cell, ...] = ("kiln", "烟煤", "燃烧", 100.0, "t", "实测", None)
COKE: tuple[Cell, ...] = ("kiln", "焦炭", "燃烧", 5.5, "t", "实测", None)


def survey(
    xlsx: Xlsx, name: str, *rows: tuple[Cell, ...], contact: str = "李", header: tuple[Cell, ...] = HEADER
) -> ImportedSurvey:
    firm = (("企业代码", "F01"), ("年度", 2020), ("部门", "钢铁"), ("联系人", contact))
    return import_workbook(xlsx(name, 企业信息=firm, 燃料=(header, *rows)))


def test_the_same_again_changes_nothing(xlsx: Xlsx) -> None:
    old, new = survey(xlsx, "a.xlsx", COAL, COKE), survey(xlsx, "b.xlsx", COAL, COKE)
    assert corrections(old, new) == ()
    assert old.content == new.content


def test_rows_in_another_order_are_other_cells_but_no_correction(xlsx: Xlsx) -> None:
    old, new = survey(xlsx, "a.xlsx", COAL, COKE), survey(xlsx, "b.xlsx", COKE, COAL)
    assert corrections(old, new) == ()
    assert old.content != new.content


def test_each_cell_is_told_with_both_places(xlsx: Xlsx) -> None:
    better = ("kiln", "烟煤", "燃烧", 0.12, "kt", "结算凭证", "已复核")
    found = corrections(survey(xlsx, "a.xlsx", COAL), survey(xlsx, "b.xlsx", COKE, better))
    about = "kiln combusted bituminous"
    assert found == (
        Correction(about, "value", "100", "0.12", "燃料!D2", "燃料!D3"),
        Correction(about, "unit", "t", "kt", "燃料!D2", "燃料!D3"),
        Correction(about, "quality", "measured", "invoiced", "燃料!D2", "燃料!D3"),
        Correction(about, "remark", "", "已复核", "燃料!D2", "燃料!D3"),
        Correction("kiln combusted coke", "row", "", "5.5 t", "", "燃料!D2"),
    )


def test_a_row_that_is_gone_is_told(xlsx: Xlsx) -> None:
    (found,) = corrections(survey(xlsx, "a.xlsx", COAL, COKE), survey(xlsx, "b.xlsx", COKE))
    assert (found.column, found.before, found.after, found.cell_before, found.cell_after) == (
        "row",
        "100 t",
        "",
        "燃料!D2",
        "",
    )


def test_lines_on_the_firm_are_compared(xlsx: Xlsx) -> None:
    (found,) = corrections(survey(xlsx, "a.xlsx", COAL), survey(xlsx, "b.xlsx", COAL, contact="王"))
    assert (found.about, found.before, found.after) == ("contact", "李", "王")


def test_months_are_compared_one_by_one(xlsx: Xlsx) -> None:
    header = ("设施", "品种", "用途", *(f"{n}月" for n in range(1, 13)), "单位")
    old = survey(xlsx, "a.xlsx", ("kiln", "烟煤", "燃烧", *[1.0] * 12, "t"), header=header)
    new = survey(xlsx, "b.xlsx", ("kiln", "烟煤", "燃烧", 1.0, 3.0, *[1.0] * 10, "t"), header=header)
    assert [(c.column, c.before, c.after, c.cell_after) for c in corrections(old, new)] == [
        ("value", "12", "14", "燃料!D2:O2"),
        ("month_02", "1", "3", "燃料!E2"),
    ]
