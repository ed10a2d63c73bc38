"""Sheets of a file, whatever their order, and what is said of those that are not read."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carbonpath.core.messages import LANGUAGES
from carbonpath.survey.extract import Extracted, extract
from carbonpath.survey.grid import Cell, Grid, Special

Survey = Callable[..., Extracted]
Found = Callable[[Extracted], list[tuple[str, str]]]

HEADER: list[Cell] = ["设施", "品种", "用途", "数量", "单位"]
ROW: list[Cell] = ["kiln", "焦炭", "燃烧", 5.0, "t"]


def test_sheets_come_in_any_order(survey: Survey) -> None:
    more = [Grid("工艺", [HEADER, ROW])]
    assert survey(["kiln", "烟煤", "燃烧", 8.0, "t"], more=more).activity["value"].tolist() == [8.0, 5.0]
    first = extract(
        [Grid("工艺", [HEADER, ROW]), Grid("x", [["企业代码", "F01"], ["年份", 2020.0], ["部门", "水泥"]])], "a.xlsx"
    )
    assert first.activity["firm"].tolist() == ["F01"]


def test_a_file_without_data_says_so(found: Found) -> None:
    assert ("CP-244", "") in found(extract([Grid("Sheet1", [["你好"]])], "a.xlsx"))


def test_a_sheet_that_is_not_understood_is_not_dropped_in_silence(survey: Survey, good_row: tuple[Cell, ...]) -> None:
    extracted = survey(good_row, more=[Grid("附页", [["煤", 12.0]])])
    assert [(p.code, p.place, p.severity) for p in extracted.problems] == [("CP-248", "附页", "warning")]


def test_a_sheet_of_ours_without_its_header_is_an_error(
    survey: Survey, found: Found, good_row: tuple[Cell, ...]
) -> None:
    assert found(survey(good_row, more=[Grid("购销", [["煤", 12.0]])])) == [("CP-248", "购销")]


def test_instructions_and_lists_are_not_read(survey: Survey, good_row: tuple[Cell, ...]) -> None:
    more = [Grid("说明", [["怎样填"]]), Grid("代码表", [HEADER, ROW])]
    assert survey(good_row, more=more).problems == ()


def test_a_hidden_sheet_of_data_is_refused(survey: Survey, found: Found, good_row: tuple[Cell, ...]) -> None:
    assert found(survey(good_row, more=[Grid("旧表", [HEADER, ROW], visible=False)])) == [("CP-250", "旧表")]


def test_hidden_rows_count_and_are_told(survey: Survey, good_row: tuple[Cell, ...]) -> None:
    extracted = survey(good_row, more=[Grid("工艺", [HEADER, ROW], hidden_rows=(1,))])
    assert len(extracted.activity) == 2
    assert [(p.code, p.place) for p in extracted.problems] == [("CP-251", "工艺!2:2")]


def test_the_same_row_twice_is_refused_naming_both(survey: Survey, found: Found, good_row: tuple[Cell, ...]) -> None:
    extracted = survey(good_row, good_row)
    assert found(extracted) == [("CP-280", "燃料与能源!D3")]
    assert "燃料与能源!D2" in extracted.problems[0].told("en")["message"]


def test_a_note_below_the_table_is_told_and_left_out(survey: Survey, good_row: tuple[Cell, ...]) -> None:
    extracted = survey(good_row, ("注:以上为全年数据",))
    assert (len(extracted.activity), [p.code for p in extracted.problems]) == (1, ["CP-256"])


def test_a_lone_number_is_no_note(survey: Survey, found: Found, good_row: tuple[Cell, ...]) -> None:
    assert "CP-273" in [code for code, _ in found(survey(good_row, (None, None, None, 12.0)))]


def test_normalised_cells_are_counted_in_one_warning(survey: Survey) -> None:
    extracted = survey(("kiln", "烟煤", "燃烧", "１２．５", "t"), ("kiln", "焦炭", "燃烧", "1,000", "t"))
    assert extracted.activity["value"].tolist() == [12.5, 1000.0]
    (warning,) = extracted.problems
    assert (warning.code, warning.place, warning.details["count"]) == ("CP-254", "燃料与能源!D2", "2")


@pytest.mark.parametrize("firm", ["NA", "null", "None", "nan"])
def test_a_firm_may_be_called_like_nothing(survey: Survey, good_row: tuple[Cell, ...], firm: str) -> None:
    facts = [("企业代码", firm), ("年度", 2020.0), ("部门", "钢铁")]
    assert survey(good_row, firm=facts).activity["firm"].tolist() == [firm]


def test_a_listed_workbook_may_not_add_facilities(survey: Survey, found: Found, good_row: tuple[Cell, ...]) -> None:
    columns = ["firm", "facility", "sector", "category", "zh", "en"]
    listed = pd.DataFrame([["F01", "sinter", "steel", "2C1", "烧结", "sinter plant"]], columns=columns)
    own = Grid("设施", [["设施代码", "设施名称"], ["sinter", "烧结"], ["new_kiln", "新窑"]])
    assert found(survey(good_row, more=[own], facilities=listed)) == [("CP-272", "")]


@pytest.mark.parametrize("firm", ["F99", "f01"])
def test_a_firm_that_is_not_on_the_list_is_told_once(survey: Survey, good_row: tuple[Cell, ...], firm: str) -> None:
    columns = ["firm", "facility", "sector", "category", "zh", "en"]
    listed = pd.DataFrame([["F01", "sinter", "steel", "2C1", "烧结", "sinter plant"]], columns=columns)
    own = Grid("设施", [["设施代码", "设施名称"], ["sinter", "烧结"]])
    facts = [("企业代码", firm), ("年度", 2020.0), ("部门", "钢铁")]

    (problem,) = survey(good_row, firm=facts, more=[own], facilities=listed).problems

    assert (problem.code, problem.place, problem.value) == ("CP-943", "企业信息!B1", firm)
    assert problem.details["known"] == "F01"


CELLS = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.floats(),
    st.booleans(),
    st.sampled_from(
        ["kiln", "烟煤", "燃烧", "t", "合计", "外销", "F02", "1,5", "=1+1", "烟煤 | coke", "企业代码", "1A2a"]
    ),
    st.sampled_from([Special("error", "#REF!"), Special("date", "2020-01-01"), Special("percent", "5%", 0.05)]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(
    rows=st.lists(st.lists(CELLS, min_size=7, max_size=7), max_size=5),
    firm=st.lists(st.tuples(CELLS, CELLS), max_size=3),
)
def test_whatever_stands_in_the_cells_is_read_or_refused(
    survey: Survey, rows: list[list[Cell]], firm: list[tuple[Cell, Cell]]
) -> None:
    extracted = survey(*rows, firm=[("企业代码", "F01"), ("年度", 2020.0), ("部门", "钢铁"), *firm])
    assert all(np.isfinite(extracted.activity["value"]))
    assert all(problem.told(language)["message"] for problem in extracted.problems for language in LANGUAGES)


def test_the_order_of_rows_does_not_matter(survey: Survey) -> None:
    rows = [(f"line_{n}", "烟煤", "燃烧", n + 0.1, "t") for n in range(9)]
    forward, backward = survey(*rows).activity, survey(*rows[::-1]).activity
    key = ["facility", "value", "unit"]
    assert forward[key].to_numpy().tolist() == backward[key].to_numpy().tolist()[::-1]
