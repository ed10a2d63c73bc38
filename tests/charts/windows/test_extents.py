"""How far quantities may move."""

import pytest

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.windows.extents import draw
from carbonpath.core.answers.paths import EXTENT
from carbonpath.core.tables import as_table


def row(slack, least, most, **other):
    names = {"scenario": "s", "quantity": "group_activity", "name": "coal_use", "zh": "煤炭消费", "en": "coal"}
    years = {"first": 2020, "last": 2035, "unit": "Mtce", "at_least_cost": 10.0, "bounded": "yes"}
    return {**names, **years, "slack": slack, "least": least, "most": most, **other}


def ends(figure):
    """Return both ends of every bar, the widest first."""
    bars = [bar for container in figure.axes[0].containers for bar in container]
    return sorted(((bar.get_x(), bar.get_x() + bar.get_width()) for bar in bars), key=lambda end: end[0] - end[1])


def test_bars_are_relative_to_the_least_cost_plan(words):
    figure = draw(as_table([row(0.005, 9.0, 11.0), row(0.02, 8.0, 12.0)], EXTENT), ChartOptions(language="en"))
    assert ends(figure) == [pytest.approx((0.8, 1.2)), pytest.approx((0.9, 1.1))]
    assert {"coal 2020–2035", "8.00 · 10.00 · 12.00 Mtce", "2 % more cost"} <= set(words(figure)) or words(figure)
    assert any("Mtce" in word and "·" in word for word in words(figure))


def test_chinese_readers_see_their_unit(words):
    figure = draw(as_table([row(0.02, 8.0, 12.0)], EXTENT), ChartOptions(language="zh"))
    assert "800 · 1000 · 1200 万tce" in words(figure)


def test_what_nothing_bounds_ends_with_the_scale_and_says_so(words):
    unbounded = row(0.02, 8.0, 0.0, bounded="no", first=2035)
    figure = draw(as_table([unbounded], EXTENT), ChartOptions(language="en"))
    assert ends(figure) == [pytest.approx((0.8, 2.5))]
    assert any("∞" in word for word in words(figure))
    assert "coal 2035" in words(figure)
