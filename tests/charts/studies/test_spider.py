"""Spider: a line a factor, the strongest coloured, values without a plan as crosses."""

from __future__ import annotations

import pytest
from analytic_studies import factor, factors, switch

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import rank_count
from carbonpath.charts.studies.spider import draw
from carbonpath.core.errors import DataError
from carbonpath.study.designs.one_at_a_time import OneAtATime

MOVED = (factor("x1", 0.5, 1.5), factor("x2", 0.0, 4.0), switch("s", one=1.0, two=1.0))


@pytest.fixture
def table(sensitivity):
    """Return the way of two factors and a switch."""
    function = lambda x: 10.0 * x[:, 0] - 2.0 * x[:, 1]  # noqa: E731
    return sensitivity("spider", OneAtATime(levels=5), MOVED, function, without_plan=lambda x: x[:, 1] > 3.5)


def test_page_is_whole_and_switches_are_left_out(table, named, options, whole):
    figure = draw(table, options, named)

    lines = [line for line in figure.axes[0].lines if len(line.get_xdata()) > 2]
    assert len(lines) == 2
    assert whole(figure)


def test_value_without_a_plan_is_a_cross_at_its_place(table, named):
    axes = draw(table, ChartOptions(language="en"), named).axes[0]

    crosses = [x for line in axes.lines if line.get_marker() == "x" for x in line.get_xdata()]
    assert crosses == [1.0]


def test_weak_factors_share_one_entry(sensitivity, named, words):
    count = rank_count("scenario") + 2
    table = sensitivity("spider", OneAtATime(levels=3), factors(count), lambda x: x @ range(1, count + 1))

    assert "other factors" in words(draw(table, ChartOptions(language="en"), named))


def test_nothing_to_draw_is_refused(nothing, named):
    with pytest.raises(DataError, match="CP-911"):
        draw(nothing, ChartOptions(), named)
