"""Hydrogen: sources up, uses down."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.charts.hydrogen import draw
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families


@pytest.fixture
def table(rows):
    """Return one scenario of two years."""
    return pd.concat(
        [
            rows("hydrogen_source", {"natural_gas": [40.0, 30.0], "coke_oven_gas": [8.0, 20.0]}, "kt", by="item"),
            rows("hydrogen_use", {"refining": [45.0, 45.0], "transport": [3.0, 5.0]}, "kt", by="item"),
        ],
        ignore_index=True,
    )


def test_sources_stand_above_zero_and_uses_hang_below(table, bars):
    shown = bars(draw(table, ChartOptions(language="en")).axes[0])

    assert shown[families()["hydrogen_source"]["coke_oven_gas"]][1] == (2021, 30, 20)
    assert shown[families()["hydrogen_use"]["transport"]][1] == (2021, -45, -5)


def test_the_scale_tells_amounts_without_sign(table):
    panel = draw(table, ChartOptions(language="en")).axes[0]

    assert not any("−" in label.get_text() for label in panel.get_yticklabels())


def test_chinese_readers_get_ten_thousand_tonnes(table, bars):
    shown = bars(draw(table, ChartOptions(language="zh")).axes[0])

    assert shown[families()["hydrogen_use"]["refining"]][0][2] == pytest.approx(-4.5)
