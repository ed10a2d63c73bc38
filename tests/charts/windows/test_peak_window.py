"""Cost against peak year."""

import pytest

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.windows.peak_window import draw
from carbonpath.core.answers.paths import PEAK_WINDOW
from carbonpath.core.tables import as_table


def table(extra, boundary="scope1", rule="peak"):
    """Return the extra cost of peaks by year, of a least cost of 100 billion CNY."""
    common = {"scenario": "s", "boundary": boundary, "rule": rule, "level": 30.0}
    return [
        {**common, "year": year, "cost": 1e5 + cost, "extra": cost, "share": cost / 1e5} for year, cost in extra.items()
    ]


def test_a_line_a_boundary_in_the_money_of_the_reader(words):
    rows = table({2020: 300.0, 2021: 0.0, 2022: 600.0}) + table({2020: 100.0, 2021: 0.0}, "scope1+import")
    figure = draw(as_table(rows, PEAK_WINDOW), ChartOptions(language="en"))
    upper = next(axes for axes in figure.axes if "Cost above" in axes.get_title(loc="left"))
    lines = [line for line in upper.lines if line.get_marker() == "o"]
    assert [list(line.get_ydata()) for line in lines] == [pytest.approx([0.3, 0.0, 0.6]), pytest.approx([0.1, 0.0])]
    assert "scope 1" in words(figure)


def test_shares_of_the_least_cost_are_drawn_where_they_fall_on_the_scale(words):
    figure = draw(as_table(table({2020: 0.0, 2021: 600.0}), PEAK_WINDOW), ChartOptions(language="en"))
    assert [word for word in words(figure) if word.endswith("%")] == ["0.1%", "0.5%"]


def test_years_after_which_nothing_rises_are_not_peaks():
    rows = table({2020: 0.0}) + table({2020: 5.0, 2021: 9.0}, rule="no_rise")
    figure = draw(as_table(rows, PEAK_WINDOW), ChartOptions())
    assert all(len(line.get_ydata()) == 1 for axes in figure.axes for line in axes.lines if line.get_marker() == "o")
