"""Names for the reader."""

from __future__ import annotations

from carbonpath.charts.options import ChartOptions


def test_a_scenario_is_shown_by_its_label_or_its_name():
    options = ChartOptions(scenario_labels={"coal-cap": "煤控情景"})

    assert (options.scenario("coal-cap"), options.scenario("mine")) == ("煤控情景", "mine")
