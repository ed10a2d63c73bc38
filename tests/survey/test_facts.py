"""Who reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from carbonpath.survey.extract import Extracted
from carbonpath.survey.facts import facility_book, read_year
from carbonpath.survey.grid import Cell, Grid, Range, Special
from carbonpath.survey.sectors import Facility

Survey = Callable[..., Extracted]
Found = Callable[[Extracted], list[tuple[str, str]]]

WRONG: dict[str, tuple[str, Cell, str]] = {
    "code as a number": ("企业代码", 123.0, "CP-284"),
    "code with a path": ("企业代码", "../../evil", "CP-284"),
    "credit code as a number": ("统一社会信用代码", 9.11100001e17, "CP-284"),
    "wrong check character": ("统一社会信用代码", "91350100M000100Y44", "CP-285"),
    "year in words": ("报告年度", "去年", "CP-286"),
    "year with a fraction": ("报告年度", 2020.5, "CP-286"),
    "year long past": ("报告年度", 202.0, "CP-286"),
    "year as a date": ("报告年度", Special("date", "2020-01-01"), "CP-286"),
    "unknown sector": ("主要部门", "航天", "CP-289"),
    "unknown nature": ("数据性质", "大概", "CP-289"),
}


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG.keys())
def test_wrong_facts_are_named_by_cell(
    survey: Survey, found: Found, good_row: tuple[Cell, ...], case: tuple[str, Cell, str]
) -> None:
    label, cell, code = case
    facts: dict[str, Cell] = {"企业代码": "F01", "报告年度": 2020.0, "主要部门": "钢铁", label: cell}
    extracted = survey(good_row, firm=list(facts.items()))
    assert (code, f"企业信息!B{list(facts).index(label) + 1}") in found(extracted)


@pytest.mark.parametrize("missing", ["企业代码", "报告年度", "主要部门"])
def test_facts_that_are_needed_are_asked_for(
    survey: Survey, found: Found, good_row: tuple[Cell, ...], missing: str
) -> None:
    facts = {"企业代码": "F01", "报告年度": 2020.0, "主要部门": "钢铁"}
    extracted = survey(good_row, firm=[item for item in facts.items() if item[0] != missing])
    assert [code for code, _ in found(extracted)] == ["CP-245"]


def test_a_blank_fact_is_not_taken_from_the_hint_beside_it(
    survey: Survey, found: Found, good_row: tuple[Cell, ...]
) -> None:
    firm = [("企业代码", "Firm code", None, "如 F01"), ("年份", "Year", 2020.0, None), ("部门", "Sector", "钢铁", None)]
    assert [code for code, _ in found(survey(good_row, firm=firm))] == ["CP-245"]


def test_a_label_merged_over_two_columns_has_its_value_behind_them(survey: Survey, good_row: tuple[Cell, ...]) -> None:
    sheet = Grid(
        "基本信息",
        [["企业代码", None, "F09"], ["年度", None, "2021年"], ["行业", None, "steel"]],
        merged=(Range(0, 0, 0, 1), Range(1, 0, 1, 1), Range(2, 0, 2, 1)),
    )
    extracted = survey(good_row, firm=(), more=[sheet])
    assert (extracted.facts.firm, extracted.facts.year) == ("F09", 2021)


def test_firm_and_year_may_stand_in_the_rows(survey: Survey, found: Found, good_row: tuple[Cell, ...]) -> None:
    header = ("企业代码", "年份", "部门", "设施", "品种", "用途", "数量", "单位")
    row = ("F05", "2022", "水泥", *good_row[:5])
    extracted = survey(row, firm=(), header=header)
    assert found(extracted) == []
    assert extracted.activity[["firm", "year", "sector"]].to_numpy().tolist() == [["F05", 2022, "cement"]]


def test_a_firm_may_say_who_it_is_above_its_table(survey: Survey, found: Found) -> None:
    rows = [
        ("报告年度", 2021.0, "行业", "水泥"),
        ("设施", "品种", "用途", "数量", "单位"),
        ("kiln", "烟煤", "燃烧", 8.0, "t"),
    ]
    extracted = survey(*rows, header=("企业代码：", "F06"), firm=())
    assert found(extracted) == []
    assert (extracted.facts.firm, extracted.facts.year, extracted.facts.sector) == ("F06", 2021, "cement")


def test_a_file_is_of_one_firm_and_year(survey: Survey, found: Found) -> None:
    header = ("企业代码", "年份", "部门", "设施", "品种", "用途", "数量", "单位")
    rows = [
        ("F05", 2022.0, "水泥", "kiln", "烟煤", "燃烧", 1.0, "t"),
        ("F06", 2021.0, "水泥", "kiln", "焦炭", "燃烧", 1.0, "t"),
    ]
    assert found(survey(*rows, firm=(), header=header)) == [("CP-287", "燃料与能源!A3"), ("CP-287", "燃料与能源!B3")]


@pytest.mark.parametrize(
    ("cell", "year"), [("2020年", 2020), (2020.0, 2020), ("二〇二〇", None), (True, None), (None, None)]
)
def test_years_are_four_digits(cell: Cell, year: int | None) -> None:
    assert read_year(cell) == year


def test_facilities_with_one_name_are_known_by_code_alone() -> None:
    book = facility_book([Facility("kiln_1", "窑", "kiln", "cement"), Facility("kiln_2", "窑", "kiln two", "cement")])
    assert book.find("窑") is None
    assert book.find("kiln two") == "kiln_2"
    assert book.find("窑 | kiln_1") == "kiln_1"


def test_the_firms_own_list_closes_its_facilities(survey: Survey, found: Found, good_row: tuple[Cell, ...]) -> None:
    own = Grid(
        "设施",
        [
            ["设施代码", "设施名称", "部门", "排放类别"],
            ["sinter", "烧结", "钢铁", "2C1"],
            ["sinter", None, None, None],
            ["a b", None, "x", None],
        ],
    )
    extracted = survey(good_row, ["高炉", *good_row[1:]], more=[own])
    assert found(extracted) == [
        ("CP-255", "设施!A3"),
        ("CP-289", "设施!C4"),
        ("CP-255", "设施!A4"),
        ("CP-272", "燃料与能源!A3"),
    ]
