"""Population and product beside every scenario."""

from __future__ import annotations

import pytest

from carbonpath.indicators.drivers import indicate
from carbonpath.indicators.tables import Specification

ROWS = [("activity", "F01.BOF", "", year, 1.0) for year in (2020, 2021)]


def test_product_is_told_against_the_first_year_and_people_in_thousands(make, value):
    table = indicate(make(ROWS, gdp={2020: 50.0, 2021: 55.0}, population={2020: 460.0, 2021: 465.0}), Specification())

    assert value(table, "gdp", 2021) == pytest.approx(1.1)
    assert value(table, "population", 2021) == 465.0


def test_years_that_the_scenario_does_not_have_are_left_out(make):
    table = indicate(make(ROWS, population={2019: 455.0, 2021: 465.0, 2022: 470.0}), Specification())

    assert list(table["year"]) == [2021]


def test_what_is_unknown_is_not_told(make):
    assert indicate(make(ROWS), Specification()).empty
