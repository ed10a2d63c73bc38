"""What each sector makes."""

from __future__ import annotations

import pytest

from carbonpath.indicators.sector_output import indicate
from carbonpath.indicators.tables import Specification

ROWS = [
    ("activity", "F01.BOF", "", 2020, 1.0),
    ("activity", "F01.BOF", "", 2021, 1.0),
    ("production", "F01.BOF", "F01.crude_steel", 2020, 10.0),
    ("production", "F01.EAF_SCRAP", "F01.crude_steel", 2020, 2.0),
    ("production", "F01.CCPP", "electricity", 2020, 3.0),
    ("production", "F04.COAL_CHP", "electricity", 2020, 5.0),
    ("production", "BUY.electricity", "electricity", 2020, 7.0),
]
SECTORS = {"F04.COAL_CHP": "power", "BUY.electricity": "power"}


@pytest.fixture
def table(make):
    """Return the outputs of a steelworks that also makes power, and of a power station."""
    return indicate(make(ROWS, sectors=SECTORS, roles={"BUY.electricity": "purchase"}), Specification())


@pytest.mark.parametrize(
    ("sector", "year", "amount"),
    [("steel", 2020, 12.0), ("power", 2020, 5.0), ("steel", 2021, 0.0)],
    ids=["all routes", "neither bought nor made by another sector", "a year without"],
)
def test_output_of(table, value, sector, year, amount):
    assert value(table, "sector_output", year, sector=sector) == amount


def test_a_sector_without_product_has_no_output(make):
    assert indicate(make(ROWS[4:5]), Specification()).empty
