"""Positions as indicators: free share, surplus and cost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carbonpath.indicators.carbon_market import CarbonMarket, PilotFirm, PowerUnits
from carbonpath.indicators.ets_position import indicate
from carbonpath.indicators.tables import Specification
from carbonpath.reference.allowances import load_allowances

MARKET = CarbonMarket(
    load_allowances(),
    (PowerUnits("CCGT", "gas", "power"),),
    pilot=(PilotFirm("F07", "benchmark", "flat_glass", benchmark=0.9),),
    base_years=(2024,),
    free_share={2026: 1.0, 2030: 0.9},
    prices={"national": {2024: 90.0, 2030: 139.0}, "pilot": {2030: 100.0}},
)
ROWS = []
for _year in (2024, 2030):
    ROWS += [
        ("activity", "F04.CCGT", "", _year, 1.0),
        ("technology_emissions", "F04.CCGT", "co2", _year, 0.4),
        ("production", "F07.FLOAT", "F07.flat_glass", _year, 0.5),
        ("technology_emissions", "F07.FLOAT", "co2", _year, 0.5),
    ]


@pytest.fixture
def table(make):
    """Return the positions of a gas unit and a glassworks: 0.45 Mt given for 0.5 emitted."""
    return indicate(replace(make(ROWS), carbon_market=MARKET), Specification())


@pytest.mark.parametrize(
    ("name", "year", "where", "expected"),
    [
        ("ets_surplus", 2024, {"firm": "F07", "item": "pilot"}, -0.05),
        ("ets_allowances", 2030, {"firm": "F07", "item": "pilot"}, 0.45 * 0.9),
        ("ets_surplus", 2030, {"firm": "F04", "item": "national_power"}, -0.04),
        ("ets_cost", 2030, {"firm": "F04", "item": "national_power"}, 0.04 * 139.0),
        ("ets_cost", 2030, {"firm": "F07"}, 0.095 * 100.0),
        ("ets_surplus", 2030, {"item": "pilot"}, -0.095),
        ("ets_surplus", 2030, {}, -0.135),
    ],
    ids=["shortfall", "free share", "gas unit pays for what is not free", "cost", "firm", "market", "all"],
)
def test_position(table, value, name, year, where, expected):
    assert value(table, name, year, **where) == pytest.approx(expected)


def test_a_year_without_price_has_no_cost(table):
    cost = table[(table["indicator"] == "ets_cost") & (table["item"] == "pilot") & (table["firm"] == "F07")]

    assert list(cost["year"]) == [2030]


def test_positions_add_up(table):
    rows = table[table["indicator"] == "ets_emissions"]
    by_firm = rows[(rows["firm"] != "") & (rows["item"] == "")]["value"].sum()

    assert by_firm == pytest.approx(rows[(rows["firm"] == "") & (rows["item"] == "")]["value"].sum())


def test_a_district_in_no_market_has_no_position(make):
    assert indicate(make(ROWS), Specification()).empty
    assert indicate(replace(make(ROWS[:1]), carbon_market=CarbonMarket(load_allowances())), Specification()).empty
