"""Sobol: two bars a factor, from nothing to one, with whiskers; the largest total on top."""

from __future__ import annotations

import math

import pytest
from analytic_studies import factors, ishigami

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.studies.sobol import draw
from carbonpath.core.errors import DataError
from carbonpath.study.designs.fast import Fast
from carbonpath.study.designs.sobol import Sobol


@pytest.fixture(scope="module")
def table(sensitivity):
    """Return the indices of Ishigami's function."""
    return sensitivity("sobol", Sobol(samples=256), factors(3, -math.pi, math.pi), ishigami)


def test_largest_total_stands_on_top_and_the_page_is_whole(table, named, options, whole):
    figure = draw(table, options, named)

    labels = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert labels == [named.factor(name) for name in ("x1", "x2", "x3")]
    assert whole(figure)


def test_bars_and_whiskers_are_drawn_for_both_measures(table, named):
    axes = draw(table, ChartOptions(language="en"), named).axes[0]

    assert len(axes.patches) == 6
    assert sum(len(whiskers.get_segments()) for whiskers in axes.collections) == 6


def test_fast_is_shown_the_same_way(sensitivity, named, whole):
    table = sensitivity("fast", Fast(samples=129), factors(3, -math.pi, math.pi), ishigami)

    assert whole(draw(table, ChartOptions(language="en"), named))


def test_nothing_to_draw_is_refused(nothing, named):
    with pytest.raises(DataError, match="CP-911"):
        draw(nothing, ChartOptions(), named)
