"""Totals are never counted and always checked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from carbonpath.survey.extract import Extracted
from carbonpath.survey.grid import Cell

Survey = Callable[..., Extracted]
Found = Callable[[Extracted], list[tuple[str, str]]]

COAL: tuple[Cell, ...] = ("kiln", "烟煤", "燃烧", 1000.5, "t")
COKE: tuple[Cell, ...] = ("kiln", "焦炭", "燃烧", 11.0, "t")


@pytest.mark.parametrize(
    "total",
    [
        (None, "合计", None, 1011.5, "t"),
        ("合计", None, None, 1011.5, None),
        (None, "Grand total", None, 1.0115, "kt"),
        (None, "小计", None, 1012.0, "t"),
        ("窑 合计", None, None, "1,011.5", "t"),
    ],
    ids=["by item", "by facility, unit of the rows", "other unit", "rounded as shown", "name before"],
)
def test_a_right_total_is_left_out(survey: Survey, found: Found, total: tuple[Cell, ...]) -> None:
    extracted = survey(COAL, COKE, total)
    assert (extracted.activity["value"].sum(), found(extracted)) == (1011.5, [])


def test_a_wrong_total_is_named_with_the_sum(survey: Survey, found: Found) -> None:
    extracted = survey(COAL, COKE, (None, "合计", None, 1100.0, "t"))
    assert found(extracted) == [("CP-281", "燃料与能源!D4")]
    assert "1011.5 t" in extracted.problems[-1].told("en")["message"]


def test_subtotals_are_of_the_rows_since_the_last(survey: Survey, found: Found) -> None:
    rows = (
        COAL,
        (None, "小计", None, 1000.5, "t"),
        COKE,
        (None, "小计", None, 11.0, "t"),
        (None, "总计", None, 1011.5, "t"),
    )
    assert found(survey(*rows)) == []


def test_a_total_of_one_item_is_of_its_rows(survey: Survey, found: Found) -> None:
    assert found(survey(COAL, COKE, (None, "焦炭合计", None, 11.0, "t"))) == []


@pytest.mark.parametrize(
    "total",
    [(None, "合计", None, "约1000", "t"), (None, "合计", None, 1011.5, "GJ"), (None, "无烟煤合计", None, 5.0, "t")],
    ids=["no number", "another kind", "of no row"],
)
def test_a_total_that_cannot_be_checked_is_refused(survey: Survey, found: Found, total: tuple[Cell, ...]) -> None:
    assert found(survey(COAL, COKE, total)) == [("CP-282", "燃料与能源!D4")]
