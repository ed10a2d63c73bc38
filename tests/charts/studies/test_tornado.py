"""Tornado: the widest factor on top, bars from the scenario itself, ends without a plan named."""

from __future__ import annotations

import pytest
from analytic_studies import factor

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.studies.tornado import draw
from carbonpath.core.errors import DataError
from carbonpath.study.designs.one_at_a_time import OneAtATime

MOVED = (factor("x1", 0.5, 1.5), factor("x2", 0.0, 4.0), factor("x3", 0.0, 1.0))


def heights(x):
    return 100.0 + 10.0 * x[:, 0] - 20.0 * x[:, 1] + x[:, 2]


@pytest.fixture
def table(sensitivity):
    """Return the ends of three factors; the second has none above 3."""
    return sensitivity("tornado", OneAtATime(), MOVED, heights, without_plan=lambda x: x[:, 1] > 3.0)


def test_widest_stands_on_top_and_the_page_is_whole(table, named, options, whole):
    figure = draw(table, options, named)

    labels = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert labels == [named.factor(name) for name in ("x2", "x1", "x3")]
    assert whole(figure)


def test_bars_start_at_the_scenario_itself(table, named):
    axes = draw(table, ChartOptions(language="en"), named).axes[0]

    ends = sorted({round(x, 9) for bar in axes.patches for x in (bar.get_x(), bar.get_x() + bar.get_width())})
    middle = (100.0 + 10.0 - 40.0 + 0.5) / 1000.0
    assert middle in ends
    assert all(
        any(abs(end - middle) < 1e-9 for end in (bar.get_x(), bar.get_x() + bar.get_width())) for bar in axes.patches
    )


def test_end_without_a_plan_is_named_with_its_value(table, named, words):
    shown = words(draw(table, ChartOptions(language="en"), named))

    assert "no plan at 4" in shown


def test_nothing_to_draw_is_refused(nothing, named):
    with pytest.raises(DataError, match="CP-911"):
        draw(nothing, ChartOptions(), named)
