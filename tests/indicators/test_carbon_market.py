"""Who takes part in which market."""

from __future__ import annotations

from carbonpath.indicators.carbon_market import CarbonMarket, PowerUnits
from carbonpath.reference.allowances import load_allowances


def test_units_of_the_market_for_power_are_known_by_entry():
    units = (PowerUnits("COAL_CHP", "coal_le300mw", "power"), PowerUnits("COAL_CHP_HEAT", "coal_all", "heat"))

    assert CarbonMarket(load_allowances(), units).power_entries() == {"COAL_CHP", "COAL_CHP_HEAT"}
