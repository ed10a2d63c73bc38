"""Scenario box: the part of each range that lies in the box, its limits in words."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ink
from carbonpath.charts.studies.scenario_box import COLUMNS, draw
from carbonpath.core.errors import DataError


@pytest.fixture
def table():
    """Return limits of two factors."""
    rows = [("x1", "不低于 1.2", [(0.6, 1.0)], 1e-30), ("x2", "1 to 3", [(0.25, 0.75)], 0.02)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def test_page_is_whole(table, named, options, whole):
    assert whole(draw(table, options, named, "90 %, 80 %"))


def test_dark_bar_is_the_share_of_the_range_in_the_box(table, named, bars):
    axes = draw(table, ChartOptions(language="en"), named).axes[0]

    dark = [bar for bar in axes.patches if bar.get_width() < 1.0]
    assert [(bar.get_x(), bar.get_width()) for bar in dark] == [
        pytest.approx((0.6, 0.4)),
        pytest.approx((0.25, 0.5)),
    ]
    assert ink("grid") in bars(axes)


def test_alternatives_are_parts_of_their_own_and_long_words_stay_on_the_page(named, whole):
    label = "market base or low demand or high demand"
    rows = [("x2", label, [(0.25, 0.5), (0.75, 1.0)], 1e-9)]

    figure = draw(pd.DataFrame(rows, columns=list(COLUMNS)), ChartOptions(language="en"), named)

    dark = [bar for bar in figure.axes[0].patches if bar.get_width() < 1.0]
    assert [bar.get_x() for bar in dark] == [0.25, 0.75]
    assert whole(figure)


def test_box_without_limits_is_refused(table, named):
    with pytest.raises(DataError, match="CP-911"):
        draw(table.iloc[:0], ChartOptions(), named)
