"""What charts of studies share."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.studies.page import MARGIN, StudyWords, factor_axes, in_unit, open_study_page, rows_of
from carbonpath.charts.style import house_style
from carbonpath.core.errors import DataError


def test_values_are_told_by_name_of_the_alternative_or_as_numbers(named):
    assert [named.value("s", 1.0), named.value("x1", 0.123456)] == ["slow", "0.1235"]
    assert named.factor("unknown") == "unknown"


@pytest.mark.parametrize(("language", "unit", "size"), [("en", "Mt", 1.0), ("zh", "万t", 100.0)])
def test_values_and_intervals_are_shown_in_the_unit_of_the_reader(language, unit, size):
    table = pd.DataFrame({"value": [1.0], "low": [0.5], "high": [2.0], "unit": ["Mt"]})

    shown, told = in_unit(table, ChartOptions(language=language))

    assert told == unit
    assert shown[["value", "low", "high"]].to_numpy().tolist() == [[size, 0.5 * size, 2.0 * size]]


def test_year_is_no_amount():
    table = pd.DataFrame({"value": [2030.0], "low": [2030.0], "high": [2030.0], "unit": ["year"]})

    assert in_unit(table, ChartOptions(language="zh"))[1] == "年"


def test_remark_takes_a_line_of_its_own(named, whole):
    remark = "a remark that does not fit beside the unit and the name of the scenario on one line"
    with house_style(ChartOptions(language="en")):
        plain = open_study_page(ChartOptions(language="en"), named, "morris", 8.0, unit="Mt")
        noted = open_study_page(ChartOptions(language="en"), named, "morris", 8.0, unit="Mt", note=remark)

        assert noted.top - noted.bottom == pytest.approx(plain.top - plain.bottom)
        assert whole(noted.figure)


def test_names_of_factors_have_the_room_they_need():
    frame = open_study_page(ChartOptions(language="en"), StudyWords(), "tornado", 8.0)
    short, long = factor_axes(frame, ["a"]), factor_axes(frame, ["a name of quite some length"])

    assert MARGIN < short.get_position().x0 * frame.width < long.get_position().x0 * frame.width


def test_rows_that_are_not_there_are_refused():
    with pytest.raises(DataError, match="CP-911"):
        rows_of(pd.DataFrame({"measure": ["S1"]}), "mu_star")
