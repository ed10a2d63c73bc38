"""Hydrogen made and used balance, the rest going to industry."""

from __future__ import annotations

import pytest

from carbonpath.indicators.hydrogen import indicate
from carbonpath.indicators.tables import Specification

ROWS = [
    ("activity", "F09.COG_PSA", "", 2020, 1.0),
    ("production", "F09.COG_PSA", "hydrogen", 2020, 0.010),
    ("production", "F09.ELY_GREEN", "hydrogen", 2020, 0.005),
    ("use", "F01.DRI_H2", "hydrogen", 2020, 0.004),
    ("use", "F09.H2_INDUSTRY", "hydrogen", 2020, 0.006),
    ("use", "F09.HRS", "h2_delivered", 2020, 0.003),
]
ROLES = {"F09.H2_INDUSTRY": "link"}


@pytest.mark.parametrize(
    ("indicator", "item", "expected"),
    [
        pytest.param("hydrogen_source", "coke_oven_gas", 10.0, id="made from coke-oven gas, in kt"),
        pytest.param("hydrogen_source", "electrolysis_green", 5.0, id="made with green power"),
        pytest.param("hydrogen_use", "metallurgy", 4.0, id="used by metallurgy"),
        pytest.param("hydrogen_use", "merchant_industry", 11.0, id="sold, and what nobody is seen to use"),
    ],
)
def test_hydrogen(make, value, indicator, item, expected):
    table = indicate(make(ROWS, roles=ROLES), Specification())

    assert value(table, indicator, 2020, item=item) == pytest.approx(expected)


def test_sources_and_uses_are_equal_in_every_year(district):
    table = indicate(district, Specification())

    sums = table.groupby(["indicator", "scenario", "year"])["value"].sum()

    assert sums["hydrogen_source"].to_dict() == pytest.approx(sums["hydrogen_use"].to_dict())


def test_a_district_without_hydrogen_has_none(make):
    assert indicate(make(ROWS[:1]), Specification()).empty
