"""Morris: a point a factor with its interval, the strongest named with their rank."""

from __future__ import annotations

import pytest
from analytic_studies import factors

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.studies.morris import draw
from carbonpath.core.errors import DataError
from carbonpath.study.designs.morris import Morris


@pytest.fixture
def table(sensitivity):
    """Return the effects of three factors, two of which act together."""
    return sensitivity("morris", Morris(trajectories=12), factors(3), lambda x: x[:, 0] * x[:, 1] + 0.001 * x[:, 2])


def test_page_is_whole(table, named, options, whole):
    assert whole(draw(table, options, named))


def test_every_factor_has_a_point(table, named):
    axes = draw(table, ChartOptions(language="en"), named).axes[0]

    points = [line for line in axes.lines if line.get_marker() == "o"]
    assert len(points) == 3


def test_factor_without_effect_is_not_named(table, named, words):
    shown = words(draw(table, ChartOptions(language="en"), named))

    assert [word for word in shown if word.endswith("steam")] == []
    assert [word for word in shown if word.startswith("1 ")]


def test_nothing_to_draw_is_refused(nothing, named):
    with pytest.raises(DataError, match="CP-911"):
        draw(nothing, ChartOptions(), named)
