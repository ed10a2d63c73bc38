"""All indicators of the illustrative district."""

from __future__ import annotations

import pytest

from carbonpath.core.labels import label, shown_unit
from carbonpath.core.messages import LANGUAGES
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import check_table
from carbonpath.core.units import conversion_factor
from carbonpath.indicators.build import build_indicators
from carbonpath.indicators.tables import Specification


@pytest.fixture(scope="module")
def table(district):
    """Build the indicators of five scenarios."""
    return build_indicators(district, Specification())


def test_the_table_fits_its_schema_and_has_each_index_once(table):
    assert check_table(table, INDICATOR) == []
    assert not table.duplicated(["scenario", "indicator", "region", "firm", "sector", "item", "year", "boundary"]).any()


def test_scenarios_keep_the_order_of_the_result(table, district):
    assert list(table["scenario"].unique()) == list(district.result["scenario"].unique())


def test_building_twice_gives_the_same_table(table, district):
    assert build_indicators(district, Specification()).equals(table)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["indicator", "sector", "item", "boundary"])
def test_every_name_has_a_label(table, kind, language):
    unnamed = [name for name in table[kind].unique() if name and label(kind, name, language) == name]

    assert unnamed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_converts_to_that_of_the_reader(table, language):
    factors = {unit: conversion_factor(unit, shown_unit(unit, language)) for unit in table["unit"].unique()}

    assert all(factor > 0.0 for factor in factors.values())


def test_numbers_are_those_of_a_plausible_district(table, value):
    reference = table.loc[table["scenario"] == "reference"]

    assert 33.0 < value(reference, "emissions", 2020, boundary="scope1") < 41.0
    assert 1.7 < value(reference, "steel_intensity", 2020, sector="steel") < 2.2


def test_the_coal_cap_holds_and_binds(table):
    capped = table.loc[(table["scenario"] == "coal-cap") & (table["firm"] == "") & (table["item"] == "")]
    coal = capped.loc[capped["indicator"] == "coal"].set_index("year")["value"]
    cap = capped.loc[capped["indicator"] == "coal_cap"].set_index("year")["value"]

    assert (coal <= cap + 1e-9).all()
    assert (coal >= cap - 1e-6).any()
