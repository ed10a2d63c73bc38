"""Non-fossil power: the district's own, contracted, and the biomass in the coal."""

from __future__ import annotations

import pytest

from carbonpath.indicators.non_fossil import indicate
from carbonpath.indicators.tables import Specification

ROWS = [
    ("production", "F10.PV_DIST", "electricity", 2030, 1.0),
    ("production", "F04.COAL_CHP_SC350", "electricity", 2030, 4.0),
    ("production", "F03.COAL_CHP_SUB300", "electricity", 2030, 2.0),
    ("use", "F04.COAL_CHP_SC350", "F04.steam_coal", 2030, 30.0),
    ("use", "F04.COAL_CHP_HEAT", "F04.steam_coal", 2030, 10.0),
    ("use", "F03.COAL_CHP_SUB300", "F03.steam_coal", 2030, 20.0),
    ("production", "F04.BIO_COFIRE", "F04.steam_coal", 2030, 4.0),
    ("production", "BUY.electricity", "electricity", 2030, 2.0),
    ("production", "BUY.electricity_green", "electricity_green", 2030, 1.0),
    ("activity", "F10.PV_DIST", "", 2030, 1.0),
]
ROLES = {"F04.BIO_COFIRE": "add_on", "BUY.electricity": "purchase", "BUY.electricity_green": "purchase"}


@pytest.fixture
def table(make):
    """Return 10 TWh used: 1 of the sun, 1 contracted, and a tenth of F04's 4 from biomass."""
    return indicate(make(ROWS, roles=ROLES), Specification())


@pytest.mark.parametrize(("item", "power"), [("solar", 1.0), ("green_contract", 1.0), ("biomass", 0.4)])
def test_power_by_source(table, value, item, power):
    assert value(table, "non_fossil_power", 2030, item=item) == pytest.approx(power)


def test_share_in_the_power_used(table, value):
    assert value(table, "non_fossil_share", 2030) == pytest.approx(2.4 / 10.0)


def test_coal_without_biomass_has_a_share_of_zero(make, value):
    table = indicate(make([ROWS[1], ROWS[3]]), Specification())

    assert value(table, "non_fossil_share", 2030) == 0.0


def test_a_district_without_power_has_no_share(make):
    assert indicate(make([ROWS[3]]), Specification()).empty
