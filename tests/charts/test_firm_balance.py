"""Firms stacked about zero, with the balance of all as a line."""

from __future__ import annotations

import pytest

from carbonpath.charts.firm_balance import draw_firm_balance
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families, ink


@pytest.fixture
def figure(rows):
    """Return two firms, of which one goes below zero, and their balance."""
    by_firm = rows("ets_cost", {"F01": [2.0, -5.0], "F04": [1.0, 3.0]}, "Mt", by="firm")
    return draw_firm_balance(by_firm, rows("ets_cost", {"": [3.0, -2.0]}, "Mt"), ChartOptions("en"), "Title", ("line",))


def test_the_largest_firm_has_the_first_colour_and_hangs_where_it_is_negative(figure, bars):
    shown = bars(figure.axes[0])

    assert shown[families()["firm"]["1"]] == [(2020, 0, pytest.approx(2.0)), (2021, 0, pytest.approx(-5.0))]


def test_the_line_is_the_balance(figure):
    lines = [list(line.get_ydata()) for line in figure.axes[0].get_lines() if line.get_color() == ink("mark")]

    assert lines == [[3.0, -2.0]]
