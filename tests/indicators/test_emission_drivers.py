"""Drivers since the first year, year by year."""

from __future__ import annotations

import pytest

from carbonpath.indicators.emission_drivers import indicate
from carbonpath.indicators.tables import Specification

COAL = {"kind": "fuel", "fuel": "fuel:bituminous", "tce_per_unit": 1.0}


@pytest.fixture
def tables(make):
    """Return a power station that burns 10, 12 and 9 Mtce in three years and makes 20, 24 and 20 TWh."""
    rows = []
    for year, coal, power in ((2020, 10.0, 20.0), (2021, 12.0, 24.0), (2022, 9.0, 20.0)):
        rows += [
            ("activity", "F04.COAL_CHP", "", year, power),
            ("production", "F04.COAL_CHP", "electricity", year, power),
            ("production", "BUY.steam_coal", "steam_coal", year, coal),
            ("technology_emissions", "F04.COAL_CHP", "co2", year, 2.5 * coal),
            ("annual_emissions", "", "co2", year, 2.5 * coal),
        ]
    return make(
        rows,
        sectors={"F04.COAL_CHP": "power"},
        roles={"BUY.steam_coal": "purchase"},
        commodities={"steam_coal": COAL},
        gdp={2020: 1.0, 2021: 1.2, 2022: 1.3},
        population={2020: 100.0, 2021: 100.0, 2022: 100.0},
    )


def test_factors_add_up_to_the_change_since_the_first_year(tables):
    table = indicate(tables, Specification())
    whole = table[(table["sector"] == "") & (table["boundary"] == "scope1")].groupby("year")["value"].sum()

    assert whole.to_dict() == pytest.approx({2021: 5.0, 2022: -2.5})


def test_energy_per_product_alone_changes_where_nothing_else_does(tables, value):
    """From 2020 to 2021 coal and product grow alike: what people have more adds all of the 5 Mt."""
    table = indicate(tables, Specification())
    told = table[(table["boundary"] == "scope1") & (table["sector"] == "")]

    assert value(told, "emission_driver", 2021, item="affluence") == pytest.approx(5.0)
    assert value(told, "emission_driver", 2021, item="energy_intensity") == pytest.approx(0.0, abs=1e-12)


def test_sectors_add_up_as_well(tables):
    table = indicate(tables, Specification())
    sectors = table[(table["sector"] != "") & (table["boundary"] == "scope1")].groupby("year")["value"].sum()

    assert sectors.to_dict() == pytest.approx({2021: 5.0, 2022: -2.5})


def test_both_boundaries_are_told(tables):
    assert set(indicate(tables, Specification())["boundary"]) == {"scope1", "scope1+import"}


def test_without_population_nobody_knows(make):
    assert indicate(make([("activity", "F01.BOF", "", 2020, 1.0)], gdp={2020: 1.0}), Specification()).empty
