"""Freight by mode adds up, and clean is what the group says."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import VerificationError
from carbonpath.indicators.clean_transport import indicate
from carbonpath.indicators.tables import Specification

ROWS = [
    ("activity", "F08.FREIGHT_BELT", "", 2020, 0.2),
    ("activity", "F08.FREIGHT_WATER", "", 2020, 3.8),
    ("activity", "F08.FREIGHT_RAIL", "", 2020, 2.0),
    ("activity", "F08.FREIGHT_ROAD", "", 2020, 4.0),
    ("activity", "F08.TRK_BEV_SWAP", "", 2020, 1.0),
]
CLEAN = {"F08.FREIGHT_BELT": 1.0, "F08.FREIGHT_WATER": 1.0, "F08.FREIGHT_RAIL": 1.0}
GROUPS = {
    "belt_freight": {"F08.FREIGHT_BELT": 1.0},
    "water_freight": {"F08.FREIGHT_WATER": 1.0},
    "rail_freight": {"F08.FREIGHT_RAIL": 1.0},
    "road_freight": {"F08.FREIGHT_ROAD": 1.0},
    "nev_freight": {"F08.TRK_BEV_SWAP": 1.0},
    "clean_freight": CLEAN,
    "bulk_freight": {**CLEAN, "F08.FREIGHT_ROAD": 1.0},
}
RULE = ("min_group_share", "clean_freight", "bulk_freight", 2020, 0.8)


@pytest.mark.parametrize(
    ("indicator", "item", "expected"),
    [
        pytest.param("freight", "", 10.0, id="bulk freight"),
        pytest.param("freight", "road_conventional", 3.0, id="the road less new-energy trucks"),
        pytest.param("freight_share", "water", 0.38, id="share of a mode"),
        pytest.param("clean_share", "", 0.6, id="clean share"),
        pytest.param("clean_share_rule", "", 0.8, id="its rule"),
        pytest.param("nev_share", "", 0.25, id="new energy on the road"),
    ],
)
def test_freight(make, value, indicator, item, expected):
    table = indicate(make(ROWS, groups=GROUPS, limits=[RULE]), Specification())

    assert value(table, indicator, 2020, item=item) == pytest.approx(expected)


def test_new_energy_trucks_count_as_clean_where_the_group_has_them(make, value):
    counted = {**GROUPS, "clean_freight": {**CLEAN, "F08.TRK_BEV_SWAP": 1.0}}

    table = indicate(make(ROWS, groups=counted), Specification())

    assert value(table, "clean_share", 2020) == pytest.approx(0.7)


def test_no_new_energy_truck_is_a_share_of_zero(make, value):
    table = indicate(make(ROWS[:4], groups=GROUPS), Specification())

    assert value(table, "nev_share", 2020) == 0.0


def test_modes_that_miss_a_part_of_bulk_freight_stop(make):
    groups = {**GROUPS, "rail_freight": {}}

    with pytest.raises(VerificationError) as caught:
        indicate(make(ROWS, groups=groups), Specification())

    assert caught.value.problems[0].code == "CP-725"


def test_a_district_without_bulk_freight_has_none(make):
    assert indicate(make(ROWS, groups={}), Specification()).empty
