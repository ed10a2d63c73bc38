"""Electricity made here by source, and bought less sold."""

from __future__ import annotations

import pytest

from carbonpath.indicators.electricity import indicate
from carbonpath.indicators.tables import Specification

ROLES = {"BUY.electricity": "purchase", "BUY.electricity_green": "purchase", "SELL.electricity": "sale"}
ROLES |= {"F10.BATT_2H": "storage"}
ROWS = [
    ("activity", "F04.COAL_CHP_SC350", "", 2020, 1.0),
    ("production", "F04.COAL_CHP_SC350", "electricity", 2020, 3.0),
    ("production", "F01.COKE_OVEN_CDQ", "electricity", 2020, 0.4),
    ("production", "F10.BATT_2H", "electricity", 2020, 0.3),
    ("production", "F01.NEW_MACHINE", "electricity", 2020, 0.1),
    ("production", "F01.BOF", "F01.crude_steel", 2020, 14.0),
    ("production", "BUY.electricity", "electricity", 2020, 1.0),
    ("production", "BUY.electricity_green", "electricity_green", 2020, 0.5),
    ("use", "SELL.electricity", "electricity", 2020, 0.2),
]


@pytest.mark.parametrize(
    ("indicator", "item", "expected"),
    [
        pytest.param("electricity_generation", "coal", 3.0, id="made from coal"),
        pytest.param("electricity_generation", "recovered_heat", 0.4, id="a by-product counts at its maker"),
        pytest.param("electricity_generation", "other", 0.1, id="a maker nobody listed is not lost"),
        pytest.param("electricity_generation", "", 3.5, id="all made here, without what storage gives back"),
        pytest.param("electricity_net_import", "grid", 0.8, id="bought less sold"),
        pytest.param("electricity_net_import", "green_contract", 0.5, id="bought by contract"),
        pytest.param("electricity_net_import", "", 1.3, id="all bought"),
    ],
)
def test_electricity(make, value, indicator, item, expected):
    table = indicate(make(ROWS, roles=ROLES), Specification())

    assert value(table, indicator, 2020, item=item) == pytest.approx(expected)
