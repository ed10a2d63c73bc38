"""Air pollutants by sector and firm."""

from __future__ import annotations

import pytest

from carbonpath.indicators.pollutants import indicate
from carbonpath.indicators.tables import Specification

ROWS = [
    ("activity", "F01.SINTER", "", 2020, 16.0),
    ("activity", "F08.TRUCK", "", 2020, 2.0),
    ("activity", "F08.TRUCK", "", 2021, 1.0),
]
GROUPS = {"nox": {"F01.SINTER": 0.3, "F08.TRUCK": 0.2}, "so2": {"F01.SINTER": 0.25}}


@pytest.fixture
def table(make):
    """Return a sinter strand and trucks."""
    return indicate(make(ROWS, groups=GROUPS, sectors={"F08.TRUCK": "transport"}), Specification())


@pytest.mark.parametrize(
    ("year", "where", "amount"),
    [
        (2020, {"item": "nox"}, 5.2),
        (2020, {"item": "nox", "sector": "transport"}, 0.4),
        (2020, {"item": "so2", "firm": "F01"}, 4.0),
        (2021, {"item": "nox", "sector": "steel"}, 0.0),
    ],
    ids=["in all", "a sector", "a firm", "a year without"],
)
def test_kilotonnes(table, value, year, where, amount):
    assert value(table, "pollutants", year, **where) == pytest.approx(amount)


def test_without_weights_nothing_is_known(make):
    assert indicate(make(ROWS), Specification()).empty
