"""Process routes: steel above, iron below, each with its legend."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families
from carbonpath.charts.process_routes import draw
from carbonpath.core.errors import DataError


@pytest.fixture
def table(rows):
    """Return one scenario of two years."""
    return pd.concat(
        [
            rows("crude_steel", {"bf_bof": [14.0, 13.0], "eaf_scrap": [0.0, 1.0]}, "Mt", by="item"),
            rows("hot_metal", {"bf_standard": [13.0, 12.0], "bf_top_gas_recycling": [0.0, 0.0]}, "Mt", by="item"),
        ],
        ignore_index=True,
    )


def test_steel_stands_above_iron(table, bars):
    steel, iron = draw(table, ChartOptions(language="en")).axes

    assert steel.get_position().y0 > iron.get_position().y1
    assert bars(steel)[families()["steel_route"]["eaf_scrap"]][1] == (1, 13, 1)
    assert bars(iron)[families()["iron_furnace"]["bf_standard"]][0] == (0, 0, 13)


def test_the_legend_names_only_what_is_there(table, words, options):
    shown = words(draw(table, options))

    assert {"zh": "普通高炉", "en": "Standard BF"}[options.language] in shown
    assert {"zh": "顶煤气循环氧气高炉", "en": "Oxygen BF, top-gas recycling"}[options.language] not in shown


def test_steel_without_iron_is_refused(table):
    with pytest.raises(DataError) as caught:
        draw(table.loc[table["indicator"] == "crude_steel"], ChartOptions())

    assert caught.value.problems[0].value == "hot_metal"
