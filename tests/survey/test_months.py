"""Headers of months, in the ways in which people write them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from carbonpath.survey.extract import Extracted
from carbonpath.survey.grid import Cell, Special
from carbonpath.survey.layout import recognised
from carbonpath.survey.months import MONTHS, dated_month
from carbonpath.survey.tables import header_keys

Survey = Callable[..., Extracted]
Found = Callable[[Extracted], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "text", ["3月", "03月", "三月", "3月份", "March", "Mar", "mar.", "M3", "３月", "3月 March", "3月\nMar"]
)
def test_a_month_has_many_headers(text: str) -> None:
    assert recognised("column", text) == "month_03"


@pytest.mark.parametrize(
    "cell",
    ["2020年3月", "2020-03", "2020.3", "2020年03月份", Special("date", "2020-03-01 00:00:00")],
    ids=["Chinese", "hyphen", "point", "two digits", "a date"],
)
def test_a_month_may_name_its_year(cell: Cell) -> None:
    assert dated_month(cell) == ("month_03", 2020)


@pytest.mark.parametrize("cell", ["2020-13", "2020", "13月", 3.0, None, Special("error", "#N/A")])
def test_other_headers_are_no_months(cell: Cell) -> None:
    assert dated_month(cell) is None
    assert not isinstance(cell, str) or recognised("column", cell) not in MONTHS


def test_beside_months_a_bare_total_is_the_year() -> None:
    names: list[Cell] = ["品种", *(f"{n}月" for n in range(1, 13)), "合计"]
    assert header_keys(names) == ["item", *MONTHS, "quantity"]
    assert header_keys(["品种", "数量", "合计"]) == ["item", "quantity", None]


def test_a_month_of_another_year_is_refused(survey: Survey, found: Found) -> None:
    header = ("设施", "品种", "用途", "2019年1月", *(f"2020-{n:02d}" for n in range(2, 13)), "单位")
    extracted = survey(("kiln", "烟煤", "燃烧", *[1.0] * 12, "t"), header=header)
    assert found(extracted) == [("CP-287", "燃料与能源!D1")]


def test_a_missing_month_is_named(survey: Survey, found: Found) -> None:
    header = ("设施", "品种", "用途", *(f"{n}月" for n in range(1, 12)), "单位")
    extracted = survey(("kiln", "烟煤", "燃烧", *[1.0] * 11, "t"), header=header)
    assert ("CP-246", "燃料与能源!1:1") in found(extracted)
    assert "12月" in extracted.problems[0].told("zh")["message"]
