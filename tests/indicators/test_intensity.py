"""Carbon dioxide per tonne of steel and per product."""

from __future__ import annotations

import pytest

from carbonpath.indicators.intensity import indicate
from carbonpath.indicators.tables import Specification

ROWS = [
    ("activity", "F01.BOF", "", 2020, 1.0),
    ("activity", "F01.BOF", "", 2021, 1.0),
    ("production", "F01.BOF", "F01.crude_steel", 2020, 10.0),
    ("technology_emissions", "F01.POOL_BFG", "co2", 2020, 18.0),
    ("technology_emissions", "F01.POOL_BFG", "co2", 2021, 17.0),
    ("technology_emissions", "F04.COAL_CHP", "co2", 2020, 2.0),
    ("technology_emissions", "F04.COAL_CHP", "co2", 2021, 2.0),
]
SECTORS = {"F04.COAL_CHP": "power"}


def test_steel_counts_its_own_sector_only(make, value):
    table = indicate(make(ROWS, sectors=SECTORS), Specification())

    assert value(table, "steel_intensity", 2020, sector="steel") == pytest.approx(1.8)


def test_a_year_without_steel_has_no_intensity_of_it(make):
    table = indicate(make(ROWS, sectors=SECTORS), Specification())

    assert set(table.loc[table["indicator"] == "steel_intensity", "year"]) == {2020}


def test_intensity_of_the_economy_is_told_against_the_first_year(make, value):
    table = indicate(make(ROWS, sectors=SECTORS, gdp={2020: 50.0, 2021: 55.0}), Specification())

    assert value(table, "gdp_intensity", 2021, boundary="scope1") == pytest.approx(19.0 / 20.0 / 1.1)


def test_without_gdp_there_is_none(make):
    assert "gdp_intensity" not in set(indicate(make(ROWS), Specification())["indicator"])
