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
    rows = [("x1", "x1 不低于 1.2", 1.2, 2.0, 0.0, 2.0, 1e-30), ("x2", "x2 between 1 and 3", 1.0, 3.0, 0.0, 4.0, 0.02)]
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


def test_box_without_limits_is_refused(table, named):
    with pytest.raises(DataError, match="CP-911"):
        draw(table.iloc[:0], ChartOptions(), named)
