"""Bars that float from one level to the next."""

from __future__ import annotations

from matplotlib.figure import Figure

from carbonpath.charts.bridge import Step, draw_bridge, ends_of
from carbonpath.charts.options import ChartOptions

STEPS = [
    Step(10.0, "#000000", "2020", level=True),
    Step(3.0, "#111111"),
    Step(-5.0, "#222222"),
    Step(8.0, "#000000", "2035", level=True),
]


def test_each_change_begins_where_the_last_bar_ended():
    assert ends_of(STEPS) == [(0.0, 10.0), (10.0, 13.0), (13.0, 8.0), (0.0, 8.0)]


def test_changes_carry_their_sign_and_levels_their_name():
    axes = Figure().add_subplot()
    draw_bridge(axes, STEPS, ChartOptions(), 0)

    assert [words.get_text() for words in axes.texts] == ["10", "+3", "−5", "8"]
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["2020", "2035"]
