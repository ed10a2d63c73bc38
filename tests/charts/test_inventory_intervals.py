"""Intervals of totals by both approaches."""

from __future__ import annotations

import pytest

from carbonpath.charts.inventory_intervals import MOST_FIRMS, draw_intervals
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ink
from carbonpath.core.answers.accounts import INTERVALS
from carbonpath.core.tables import as_table


def interval(level, name, tco2e=1e6, first=5.0, lower=-4.0, upper=6.0):
    limits = {"approach_1_pct": first, "lower_pct": lower, "upper_pct": upper}
    change = dict.fromkeys(("change_pct", "change_1_pct", "change_lower_pct", "change_upper_pct"), 0.0)
    return {"level": level, "name": name, "year": 2022, "base_year": 2020, "tco2e": tco2e, **limits, **change}


def words(figure):
    return [text.get_text() for text in figure.axes[0].texts]


def test_bar_spans_the_simulated_interval(bars):
    table = as_table([interval("district", ""), interval("firm", "F01", lower=-10.0, upper=12.0)], INTERVALS)

    figure = draw_intervals(table, ChartOptions(language="en"))

    drawn = [(patch.get_x(), patch.get_width()) for patch in figure.axes[0].patches]
    assert drawn == [(-4.0, 10.0), (-10.0, 22.0)]
    assert ink("interval") in bars(figure.axes[0])
    assert [label.get_text() for label in figure.axes[0].get_yticklabels()] == ["District, with net import", "F01"]


def test_a_small_difference_of_large_amounts_is_written_and_does_not_stretch_the_axis():
    far = interval("firm", "F09", tco2e=10.0, first=6574.0, lower=-6628.0, upper=6583.0)

    figure = draw_intervals(as_table([interval("district", ""), far], INTERVALS), ChartOptions(language="en"))

    assert words(figure) == ["-6,628 to +6,583 %: a small difference of large amounts"]
    assert figure.axes[0].get_xlim()[1] == pytest.approx(6.6)


def test_of_many_firms_the_largest_are_shown():
    firms = [interval("firm", f"F{number:03d}", tco2e=float(number)) for number in range(60)]

    figure = draw_intervals(as_table([interval("district", ""), *firms], INTERVALS), ChartOptions(language="zh"))

    assert len(figure.axes[0].get_yticklabels()) == MOST_FIRMS + 1
    assert figure.axes[0].get_yticklabels()[1].get_text() == "F036"
