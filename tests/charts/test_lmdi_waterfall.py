"""Waterfall of drivers: from level to level by the factors."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.charts.lmdi_waterfall import draw
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families, ink

YEARS = range(2020, 2031)


def scenario(rows, name):
    """Return emissions that fall by 0.2 a year: +0.3 by affluence, -0.5 by energy intensity."""
    steps = range(len(YEARS))
    drivers = {"affluence": [0.3 * step for step in steps], "energy_intensity": [-0.5 * step for step in steps]}
    return [
        rows("emissions", {"": [34.0 - 0.2 * step for step in steps]}, "Mt", boundary="scope1", scenario=name),
        rows("emission_driver", drivers, "Mt", by="item", boundary="scope1", scenario=name),
    ]


def test_one_scenario_goes_by_the_milestones(rows, bars):
    figure = draw(pd.concat(scenario(rows, "a"), ignore_index=True), ChartOptions(language="en"))

    shown = bars(figure.axes[0])
    assert [height for _, _, height in shown[ink("mark")]] == pytest.approx([34.0, 33.0, 32.0])
    assert [height for _, _, height in shown[families()["emission_driver"]["affluence"]]] == pytest.approx([1.5, 1.5])


def test_several_scenarios_go_from_end_to_end(rows, bars):
    table = pd.concat([*scenario(rows, "a"), *scenario(rows, "b")], ignore_index=True)
    panels = draw(table, ChartOptions(language="en")).axes

    assert len(panels) == 2
    assert [height for _, _, height in bars(panels[1])[ink("mark")]] == pytest.approx([34.0, 32.0])


def test_bars_meet(rows, bars):
    shown = bars(draw(pd.concat(scenario(rows, "a"), ignore_index=True), ChartOptions(language="en")).axes[0])

    _, bottom, height = shown[families()["emission_driver"]["energy_intensity"]][0]
    assert bottom == pytest.approx(35.5)
    assert bottom + height == pytest.approx(33.0)
