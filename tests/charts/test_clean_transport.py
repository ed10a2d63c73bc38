"""Clean transport: shares by mode to one hundred, with the rule."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.charts.clean_transport import draw
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families

SHARES = {"belt": [0.02, 0.02], "water": [0.4, 0.5], "rail": [0.2, 0.3], "road_conventional": [0.38, 0.18]}


@pytest.fixture
def table(rows):
    """Return one scenario of two years that reaches its rule in the second."""
    return pd.concat(
        [
            rows("freight_share", SHARES, "1", by="item", boundary="bulk_freight", first=2024),
            rows("clean_share", {"": [0.62, 0.82]}, "1", first=2024),
            rows("clean_share_rule", {"": [0.6, 0.8]}, "1", first=2024),
        ],
        ignore_index=True,
    )


def test_clean_modes_stand_below_the_road_in_percent(table, bars):
    shown = bars(draw(table, ChartOptions(language="en")).axes[0])

    road = shown[families()["freight_mode"]["road_conventional"]]
    assert [(x, round(low), round(high)) for x, low, high in road] == [(2024, 62, 38), (2025, 82, 18)]


def test_the_rule_is_a_line_and_the_share_a_number(table, words):
    figure = draw(table, ChartOptions(language="en"))

    steps = [patch for patch in figure.axes[0].patches if hasattr(patch, "get_data")]
    assert list(steps[0].get_data().values) == pytest.approx([60.0, 80.0])
    assert "82" in words(figure)


def test_the_number_stands_below_the_line_of_the_rule(table):
    texts = draw(table, ChartOptions(language="en")).axes[0].texts

    assert [text.xy[1] for text in texts] == pytest.approx([80.0])


def test_without_rule_the_legend_does_not_name_it(table, words, options):
    shown = words(draw(table.loc[table["indicator"] == "freight_share"], options))

    assert {"zh": "清洁运输比例要求", "en": "Required clean share"}[options.language] not in shown
