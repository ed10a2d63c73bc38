"""Co-control coordinates."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.charts.co_control import draw
from carbonpath.charts.options import ChartOptions


def scenario(rows, name, co2, nox):
    """Return two years of a scenario."""
    return [
        rows("emissions", {"": co2}, "Mt", boundary="scope1", scenario=name, first=2030),
        rows("pollutants", {"nox": nox}, "kt", by="item", scenario=name, first=2030),
    ]


def dots(panel):
    """Return the places of the dots."""
    return [(line.get_xdata()[0], line.get_ydata()[0]) for line in panel.get_lines() if line.get_marker() == "o"]


def test_scenarios_are_told_against_the_first_in_the_last_year(rows, words):
    parts = [*scenario(rows, "a", [40.0, 40.0], [10.0, 10.0]), *scenario(rows, "b", [40.0, 30.0], [10.0, 9.0])]
    figure = draw(pd.concat(parts, ignore_index=True), ChartOptions(language="en", scenario_labels={"a": "Reference"}))

    assert dots(figure.axes[0]) == [(pytest.approx(10.0), pytest.approx(25.0))]
    assert any("2031, against Reference" in line for line in words(figure))


def test_one_scenario_is_told_against_its_first_year(rows, words):
    figure = draw(
        pd.concat(scenario(rows, "a", [40.0] * 5 + [20.0], [10.0] * 5 + [5.0]), ignore_index=True), ChartOptions()
    )

    assert dots(figure.axes[0]) == [(pytest.approx(50.0), pytest.approx(50.0))]
    assert any("2030" in line for line in words(figure))


def test_what_rises_lies_left_of_the_axis(rows):
    parts = [*scenario(rows, "a", [40.0, 40.0], [10.0, 10.0]), *scenario(rows, "b", [40.0, 39.0], [10.0, 12.0])]
    panel = draw(pd.concat(parts, ignore_index=True), ChartOptions()).axes[0]

    assert panel.get_xlim()[0] < -20.0
