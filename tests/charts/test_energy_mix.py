"""Energy mix: clusters of round years, and the share of coal."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.charts.energy_mix import draw
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families

YEARS = 11
FUELS = {"coal": [8.0] * YEARS, "solar": [1.0] * YEARS, "net_import": [-1.0] * YEARS}


@pytest.fixture
def table(rows):
    """Return two scenarios from 2020 to 2030."""
    parts = [rows("primary_energy", FUELS, "Mtce", by="item", scenario=name) for name in ("reference", "coal-cap")]
    return pd.concat(parts, ignore_index=True)


def test_scenarios_show_round_years_side_by_side(table, bars, words):
    figure = draw(table, ChartOptions(language="en"))

    assert len(bars(figure.axes[0])[families()["fuel"]["coal"]]) == 2 * 3
    assert words(figure).count("25") == 2


def test_one_scenario_shows_all_years_in_full(table, bars, words):
    figure = draw(table.loc[table["scenario"] == "reference"], ChartOptions(language="en"))

    assert len(bars(figure.axes[0])[families()["fuel"]["coal"]]) == YEARS
    assert "2021" in words(figure)


def test_power_sold_hangs_below_zero(table, bars):
    figure = draw(table, ChartOptions(language="en"))

    assert bars(figure.axes[0])[families()["fuel"]["net_import"]][0][1:] == (0, -1)


def test_a_sliver_below_zero_leaves_room_for_itself(rows):
    table = rows("primary_energy", {"coal": [8.0] * 2, "net_import": [-0.03, 0.1]}, "Mtce", by="item")

    assert draw(table, ChartOptions(language="en")).axes[0].get_ylim()[0] < -0.3


def test_the_share_of_coal_is_written_in_the_bars(table, words, options):
    shown = words(draw(table, options))

    assert shown.count("100") == 6
