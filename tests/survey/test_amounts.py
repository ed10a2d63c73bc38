"""A row by month gives the year that ACTIVITY holds: the sum of its months."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carbonpath.survey.extract import Extracted
from carbonpath.survey.grid import Cell

Survey = Callable[..., Extracted]
Found = Callable[[Extracted], list[tuple[str, str]]]

HEADER: tuple[Cell, ...] = ("设施", "品种", "用途", *(f"{n}月" for n in range(1, 13)), "全年合计", "单位")
TWELVE: tuple[Cell, ...] = tuple(float(n) for n in range(1, 13))


def row(months: tuple[Cell, ...] = TWELVE, total: Cell = None) -> tuple[Cell, ...]:
    return ("kiln", "烟煤", "燃烧", *months, total, "t")


def test_the_year_is_the_sum_of_its_months_and_they_are_kept_beside(survey: Survey) -> None:
    extracted = survey(row(total=78.0), header=HEADER)
    assert extracted.activity[["value", "source"]].to_numpy().tolist() == [[78.0, "F01-2020.xlsx!燃料与能源!D2:O2"]]
    assert extracted.monthly[["month", "value", "source"]].to_numpy().tolist()[2] == [
        3,
        3.0,
        "F01-2020.xlsx!燃料与能源!F2",
    ]
    assert len(extracted.monthly) == 12


@pytest.mark.parametrize("total", [None, "不适用", 78.0, "78", "78.0"], ids=str)
def test_a_total_may_be_left_out_but_not_wrong(survey: Survey, found: Found, total: Cell) -> None:
    assert found(survey(row(total=total), header=HEADER)) == []
    assert found(survey(row(total=79.0), header=HEADER)) == [("CP-258", "燃料与能源!P2")]


def test_a_total_may_be_rounded_as_it_shows(survey: Survey, found: Found) -> None:
    months = tuple(1.04 for _ in range(12))
    assert survey(row(months, 12.5), header=HEADER).activity["value"].tolist() == [math.fsum([1.04] * 12)]
    assert found(survey(row(months, 12.4), header=HEADER)) == [("CP-258", "燃料与能源!P2")]


def test_the_sum_is_told(survey: Survey) -> None:
    (problem,) = survey(row(total=80.0), header=HEADER).problems
    assert "78 t" in problem.told("en")["message"]


def test_a_blank_month_among_filled_ones_is_refused_by_its_cell(survey: Survey, found: Found) -> None:
    assert found(survey(row((*TWELVE[:5], None, *TWELVE[6:])), header=HEADER)) == [("CP-261", "燃料与能源!I2")]


def test_a_month_that_does_not_apply_is_left_out(survey: Survey) -> None:
    extracted = survey(row(("不适用", *TWELVE[1:]), 77.0), header=HEADER)
    assert extracted.activity["value"].tolist() == [77.0]
    assert extracted.monthly["month"].tolist() == list(range(2, 13))


def test_a_row_in_which_nothing_applies_is_left_out(survey: Survey, good_row: tuple[Cell, ...]) -> None:
    extracted = survey(row(("不适用",) * 12), row(total=78.0), header=HEADER)
    assert len(extracted.activity) == 1


def test_a_year_alone_is_a_year(survey: Survey) -> None:
    extracted = survey(row((None,) * 12, 100.0), header=HEADER)
    assert extracted.activity[["value", "source"]].to_numpy().tolist() == [[100.0, "F01-2020.xlsx!燃料与能源!P2"]]
    assert extracted.monthly.empty


def test_a_row_without_any_number_is_refused_at_its_year(survey: Survey, found: Found) -> None:
    assert found(survey(row((None,) * 12), header=HEADER)) == [("CP-261", "燃料与能源!P2")]


@pytest.mark.parametrize(
    ("cell", "code"), [("约3", "CP-260"), (-3.0, "CP-268"), (True, "CP-264")], ids=["about", "negative", "true"]
)
def test_each_month_is_read_as_strictly_as_a_year(survey: Survey, found: Found, cell: Cell, code: str) -> None:
    assert found(survey(row((cell, *TWELVE[1:])), header=HEADER)) == [(code, "燃料与能源!D2")]


def test_the_total_row_is_checked_in_every_column(survey: Survey, found: Found) -> None:
    other = ("kiln", "焦炭", "燃烧", *TWELVE, 78.0, "t")
    right = (None, "合计", None, *(2 * float(str(n)) for n in TWELVE), 156.0, "t")
    assert found(survey(row(), other, right, header=HEADER)) == []
    wrong = (*right[:4], 5.0, *right[5:])
    assert found(survey(row(), other, wrong, header=HEADER)) == [("CP-281", "燃料与能源!E4")]


def test_a_total_of_months_needs_months(survey: Survey, found: Found) -> None:
    year_only = ("kiln", "焦炭", "燃烧", *[None] * 12, 78.0, "t")
    total = (None, "合计", None, *TWELVE, 156.0, "t")
    codes = found(survey(row(), year_only, total, header=HEADER))
    assert codes == [("CP-282", f"燃料与能源!{column}4") for column in "DEFGHIJKLMNO"]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(months=st.lists(st.floats(0, 1e9), min_size=12, max_size=12))
def test_year_and_months_agree_to_the_last_digit(survey: Survey, months: list[float]) -> None:
    extracted = survey(row(tuple(months)), header=HEADER)
    assert extracted.activity["value"].tolist() == [math.fsum(extracted.monthly["value"])]
