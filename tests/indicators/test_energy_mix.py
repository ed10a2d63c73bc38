"""Primary energy: fuels and power bought less sold, gases set free from feedstock, and the sun."""

from __future__ import annotations

import pytest

from carbonpath.indicators.energy_mix import indicate
from carbonpath.indicators.tables import Specification

COMMODITIES = {
    "steam_coal": {"fuel": "fuel:bituminous", "tce_per_unit": 0.034},
    "electricity": {"tce_per_unit": 0.1229},
    "F02.crude_oil": {"kind": "material", "tce_per_unit": 1.43},
    "F02.refinery_gas": {"fuel": "fuel:refinery_dry_gas", "tce_per_unit": 0.034},
    "iron_ore": {},
}
ROLES = {
    "BUY.steam_coal": "purchase",
    "BUY.electricity": "purchase",
    "SELL.electricity": "sale",
    "F02.BUY.crude_oil": "purchase",
    "BUY.iron_ore": "purchase",
}
ROWS = [
    ("activity", "F02.CDU", "", 2020, 1.0),
    ("production", "BUY.steam_coal", "steam_coal", 2020, 100.0),
    ("production", "BUY.electricity", "electricity", 2020, 1.0),
    ("use", "SELL.electricity", "electricity", 2020, 3.0),
    ("production", "F02.BUY.crude_oil", "F02.crude_oil", 2020, 8.0),
    ("production", "F02.CDU", "F02.refinery_gas", 2020, 12.0),
    ("production", "BUY.iron_ore", "iron_ore", 2020, 20.0),
    ("production", "F10.PV_DIST", "electricity", 2020, 0.5),
    ("production", "F04.COAL_CHP", "electricity", 2020, 2.5),
]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        pytest.param("coal", 3.4, id="a fuel bought"),
        pytest.param("net_import", -2.0 * 0.1229, id="power sold more than bought is negative"),
        pytest.param("oil", 12.0 * 0.034, id="gas from crude oil counts, crude oil does not"),
        pytest.param("solar", 0.5 * 0.1229, id="power from the sun"),
        pytest.param("", 3.4 - 2.0 * 0.1229 + 12.0 * 0.034 + 0.5 * 0.1229, id="all"),
    ],
)
def test_primary_energy_of(make, value, item, expected):
    table = indicate(make(ROWS, roles=ROLES, commodities=COMMODITIES), Specification())

    assert value(table, "primary_energy", 2020, item=item) == pytest.approx(expected)


def test_coal_of_the_mix_is_the_coal_that_is_bought(district):
    table = indicate(district, Specification())

    assert set(table["item"]) == {"coal", "oil", "natural_gas", "solar", "net_import", ""}
