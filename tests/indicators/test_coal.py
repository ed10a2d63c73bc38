"""Coal is what the group of coal purchases buys, shared out to the firms that use it."""

from __future__ import annotations

import pytest

from carbonpath.indicators.coal import indicate
from carbonpath.indicators.tables import Specification

ROWS = [
    ("activity", "F01.BUY.coking_coal", "", 2020, 6.0),
    ("activity", "BUY.steam_coal", "", 2020, 100.0),
    ("use", "F03.COAL_CHP", "steam_coal", 2020, 30.0),
    ("use", "F04.COAL_CHP", "steam_coal", 2020, 70.0),
    ("use", "F04.BOILER", "steam_coal", 2020, 20.0),
]
GROUPS = {"coal_use": {"F01.BUY.coking_coal": 0.9, "BUY.steam_coal": 0.034}}
OUTPUTS = {"F01.BUY.coking_coal": "F01.coking_coal", "BUY.steam_coal": "steam_coal"}
CAP = ("max_group_activity", "coal_use", "", 2020, 9.5)


@pytest.fixture
def tables(make):
    """Return a steelworks that buys its own coal, and two firms that share a common purchase 25 to 75."""
    tables = make(ROWS, groups=GROUPS, outputs=OUTPUTS, limits=[CAP])
    tables.technologies.loc[tables.technologies["technology"] == "F01.BUY.coking_coal", "firm"] = "F01"
    return tables


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        pytest.param({}, 5.4 + 3.4, id="the district"),
        pytest.param({"firm": "F01"}, 5.4, id="a firm that buys for itself"),
        pytest.param({"firm": "F03"}, 3.4 * 0.25, id="a firm by its share of use"),
        pytest.param({"firm": "F04"}, 3.4 * 0.75, id="all uses of a firm"),
        pytest.param({"item": "coking_coal"}, 5.4, id="a kind of coal, named without its firm"),
    ],
)
def test_coal_of(tables, value, where, expected):
    assert value(indicate(tables, Specification()), "coal", 2020, **where) == pytest.approx(expected)


def test_the_cap_stands_beside(tables, value):
    assert value(indicate(tables, Specification()), "coal_cap", 2020) == 9.5


def test_without_cap_there_is_no_row_of_it(make):
    table = indicate(make(ROWS, groups=GROUPS, outputs=OUTPUTS), Specification())

    assert not (table["indicator"] == "coal_cap").any()


def test_coal_that_nobody_is_known_to_use_stays_without_firm(make, value):
    table = indicate(make(ROWS[1:2], groups=GROUPS, outputs=OUTPUTS), Specification())

    assert value(table, "coal", 2020, firm="shared") == pytest.approx(3.4)


def test_firms_add_up_to_the_district_in_every_year(district):
    table = indicate(district, Specification())
    coal = table.loc[(table["indicator"] == "coal") & (table["item"] == "")]
    by = ["scenario", "year"]

    firms = coal.loc[coal["firm"] != ""].groupby(by)["value"].sum()
    whole = coal.loc[coal["firm"] == ""].groupby(by)["value"].sum()

    assert firms.to_dict() == pytest.approx(whole.to_dict())


def test_a_district_without_coal_has_no_coal(make):
    assert indicate(make(ROWS[2:], groups={}), Specification()).empty
