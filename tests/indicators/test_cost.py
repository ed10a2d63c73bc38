"""Cost by kind and year, investment by sector, and the present value of all."""

from __future__ import annotations

import pytest

from carbonpath.indicators.cost import indicate
from carbonpath.indicators.tables import Specification

ROWS = [
    ("activity", "F01.BOF", "", 2020, 1.0),
    ("capital_investment", "F01.BOF", "", 2020, 300.0),
    ("capital_investment", "F10.PV_DIST", "", 2020, 50.0),
    ("storage_investment", "F10.BATT_2H", "", 2020, 7.0),
    ("fixed_operating_cost", "F01.BOF", "", 2020, 20.0),
    ("variable_operating_cost", "F01.BOF", "", 2020, -5.0),
    ("emission_cost", "F01.BOF", "co2", 2020, 2.0),
    ("total_discounted_cost", "", "", 2020, 1234.5),
]


@pytest.mark.parametrize(
    ("indicator", "where", "expected"),
    [
        pytest.param("total_cost", {}, 1234.5, id="present value"),
        pytest.param("annual_cost", {"item": "variable"}, -5.0, id="sales may outweigh purchases"),
        pytest.param("annual_cost", {"item": "carbon"}, 2.0, id="carbon"),
        pytest.param("annual_cost", {}, 374.0, id="all kinds"),
        pytest.param("investment", {"sector": "power"}, 57.0, id="investment of a sector, storage with it"),
        pytest.param("investment", {}, 357.0, id="all investment"),
    ],
)
def test_cost(make, value, indicator, where, expected):
    table = indicate(make(ROWS, sectors={"F10.PV_DIST": "power", "F10.BATT_2H": "power"}), Specification())

    assert value(table, indicator, 2020, **where) == pytest.approx(expected)
    assert set(table["unit"]) == {"million CNY"}
