"""Tables that lie across are named for what they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from carbonpath.survey.extract import Extracted
from carbonpath.survey.grid import Cell

Survey = Callable[..., Extracted]
Found = Callable[[Extracted], list[tuple[str, str]]]
Rows = tuple[tuple[Cell, ...], ...]

TRANSPOSED: Rows = (
    ("某厂能源消费", None, None),
    ("设施", "kiln", "kiln"),
    ("品种", "烟煤", "焦炭"),
    ("用途", "燃烧", "燃烧"),
    ("数量", 8.0, 5.5),
    ("单位", "t", "t"),
)
BY_FACILITY: Rows = (
    ("能源品种", "计量单位", "烧结", "高炉", "转炉"),
    ("烟煤", "t", 5.0, 6.0, None),
    ("焦炭", "t", None, "1,000", 2.0),
)
BY_YEAR: Rows = (("设施", "品种", "用途", "单位", 2020.0, 2021.0), ("kiln", "烟煤", "燃烧", "t", 8.0, 9.0))


@pytest.mark.parametrize(
    ("rows", "expected", "value"),
    [
        (TRANSPOSED, [("CP-239", "燃料与能源!A2")], "设施"),
        (BY_FACILITY, [("CP-267", "燃料与能源!1:1")], "烧结, 高炉, 转炉"),
        (BY_YEAR, [("CP-267", "燃料与能源!1:1")], "2020, 2021"),
    ],
    ids=["transposed", "facilities side by side", "years side by side"],
)
def test_it_is_refused_once_and_clearly(
    survey: Survey, found: Found, rows: Rows, expected: list[tuple[str, str]], value: str
) -> None:
    extracted = survey(*rows[1:], header=rows[0])
    assert found(extracted) == expected
    assert value in extracted.problems[0].told("zh")["message"]
    assert extracted.activity.empty


def test_a_column_of_ones_own_beside_quantities_is_no_cross_table(survey: Survey) -> None:
    header = ("设施", "品种", "用途", "数量", "单位", "热值", "价格")
    extracted = survey(("kiln", "烟煤", "燃烧", 8.0, "t", 23.0, 700.0), header=header)
    assert [problem.code for problem in extracted.problems] == ["CP-249", "CP-249"]
    assert len(extracted.activity) == 1


def test_a_missing_column_of_quantities_is_still_named_so(survey: Survey, found: Found) -> None:
    header = ("设施", "品种", "用途", "单位", "热值")
    assert found(survey(("kiln", "烟煤", "燃烧", "t", 23.0), header=header))[0] == ("CP-246", "燃料与能源!1:1")


def test_the_page_on_the_firm_is_no_table(survey: Survey, good_row: tuple[Cell, ...]) -> None:
    firm = (("企业代码", "F01"), ("企业名称", "甲"), ("报告年度", 2020.0), ("主要部门", "钢铁"), ("单位", "t"))
    assert survey(good_row, firm=firm).problems == ()
