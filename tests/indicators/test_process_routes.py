"""Crude steel by route, hot metal by furnace."""

from __future__ import annotations

import pytest

from carbonpath.indicators.process_routes import indicate
from carbonpath.indicators.tables import Specification

ROWS = [
    ("activity", "F01.BOF", "", 2020, 1.0),
    ("activity", "F01.BOF", "", 2021, 1.0),
    ("production", "F01.BOF", "F01.crude_steel", 2020, 14.0),
    ("production", "F01.EAF_SCRAP", "F01.crude_steel", 2021, 0.5),
    ("production", "F01.BOF", "F01.crude_steel", 2021, 13.0),
    ("production", "F01.BF_STD", "F01.hot_metal", 2020, 13.0),
    ("production", "F01.BF_COG_H2", "F01.hot_metal_coginj", 2021, 2.0),
]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param(("crude_steel", "bf_bof", 2020), 14.0, id="converter steel"),
        pytest.param(("crude_steel", "eaf_scrap", 2020), 0.0, id="a route not yet there is zero"),
        pytest.param(("crude_steel", "", 2021), 13.5, id="all crude steel"),
        pytest.param(("hot_metal", "bf_standard", 2020), 13.0, id="furnace"),
        pytest.param(("hot_metal", "bf_standard", 2021), 0.0, id="furnace closed"),
        pytest.param(("rich_gas_injection", "", 2021), 2.0, id="hot metal with rich gas"),
    ],
)
def test_route(make, value, place, expected):
    indicator, item, year = place

    assert value(indicate(make(ROWS), Specification()), indicator, year, item=item) == pytest.approx(expected)
