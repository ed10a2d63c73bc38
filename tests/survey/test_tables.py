"""Headers are found wherever they stand, and doubts are refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from carbonpath.survey.extract import Extracted
from carbonpath.survey.grid import Cell

Survey = Callable[..., Extracted]
Found = Callable[[Extracted], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "header",
    [
        ("Facility", "Item", "Activity", "Quantity", "Unit"),
        ("设施 ", "品种\nItem", "用　途", "数量 Quantity", "单位"),
        ("工序", "能源品种", "用途", "消耗量", "计量单位"),
        ("ＦＡＣＩＬＩＴＹ", "ｉｔｅｍ", "activity", "数量(Quantity)", "unit"),
    ],
    ids=["English", "blanks and newlines", "other words", "full-width"],
)
def test_headers_in_either_language_are_known(survey: Survey, header: tuple[str, ...]) -> None:
    assert len(survey(("kiln", "烟煤", "燃烧", 8.0, "t"), header=header).activity) == 1


def test_columns_may_come_in_any_order(survey: Survey) -> None:
    table = survey((8.0, "t", "燃烧", "烟煤", "kiln"), header=("数量", "单位", "用途", "品种", "设施")).activity
    assert table[["facility", "item", "value", "source"]].to_numpy().tolist() == [
        ["kiln", "bituminous", 8.0, "F01-2020.xlsx!燃料与能源!A2"]
    ]


def test_a_title_above_and_an_english_line_below_are_no_data(survey: Survey, found: Found) -> None:
    english = ("Facility", "Item", "Activity", "Quantity", "Unit")
    extracted = survey(
        ("设施", "品种", "用途", "数量", "单位"), english, ("kiln", "烟煤", "燃烧", 8.0, "t"), header=("某厂能源表",)
    )
    assert (len(extracted.activity), found(extracted)) == (1, [])


def test_two_columns_of_one_name_are_refused_naming_both(survey: Survey, found: Found) -> None:
    header = ("设施", "品种", "用途", "消耗量", "单位", "消耗量")
    extracted = survey(("kiln", "烟煤", "燃烧", 8.0, "t", 9.0), header=header)
    assert found(extracted) == [("CP-247", "燃料与能源!F1")]
    assert "D1" in extracted.problems[0].told("zh")["message"]


@pytest.mark.parametrize("missing", ["品种", "用途", "数量", "单位"])
def test_a_missing_column_is_named(survey: Survey, found: Found, missing: str) -> None:
    header = ("设施", "品种", "用途", "数量", "单位", "备注")
    row: dict[str, Cell] = dict(zip(header, ("kiln", "烟煤", "燃烧", 8.0, "t", None), strict=True))
    kept = [name for name in header if name != missing]
    assert ("CP-246", "燃料与能源!1:1") in found(survey([row[name] for name in kept], header=kept))


def test_a_column_of_ones_own_is_not_dropped_in_silence(survey: Survey) -> None:
    header = ("设施", "品种", "用途", "数量", "单位", "热值")
    extracted = survey(("kiln", "烟煤", "燃烧", 8.0, "t", 23.0), header=header)
    assert [(p.code, p.place, p.severity) for p in extracted.problems] == [("CP-249", "燃料与能源!F:F", "warning")]


def test_a_kangxi_radical_is_an_ordinary_character(survey: Survey) -> None:
    extracted = survey(("kiln", "烟煤", "⽕炬燃烧", 8.0, "t"))
    assert extracted.activity["activity"].tolist() == ["flared"]
    assert [p.code for p in extracted.problems] == ["CP-254"]
