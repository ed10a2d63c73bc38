"""The market for power, by hand."""

from __future__ import annotations

import pytest

from carbonpath.indicators.carbon_market import CarbonMarket, PowerUnits
from carbonpath.indicators.ets_power import power_accounts
from carbonpath.reference.allowances import load_allowances

UNITS = (
    PowerUnits("CHP", "coal_le300mw", "power", own_use=0.06, peaking=True),
    PowerUnits("CHP_HEAT", "coal_all", "heat"),
    PowerUnits("CCGT", "gas", "power", own_use=0.02),
)
MARKET = CarbonMarket(load_allowances(), UNITS)


def account(make, year, *, power, heat=0.0, emissions=1.0, capacity=300.0, entry="CHP"):
    """Return the only account of a firm with one unit of 300 MW."""
    rows = [
        ("activity", f"F04.{entry}", "", year, power),
        ("activity", "F04.CHP_HEAT", "", year, heat),
        ("total_capacity", f"F04.{entry}", "", year, capacity),
        ("technology_emissions", f"F04.{entry}", "co2", year, emissions),
    ]
    (found,) = power_accounts(make([row for row in rows if row[-1]]), MARKET)
    return found


def test_supplied_power_and_heat_before_2023(make):
    """1.5 TWh x 0.8773 + 2 PJ x 0.1111 = 1 315 950 + 222 200 t."""
    assert account(make, 2021, power=1.5, heat=2.0).allowances == pytest.approx(1_538_150, abs=1)


def test_generation_counts_from_2023_and_low_load_is_corrected(make):
    """A load of 0.607209 is corrected by 1.015^(16 - 12.144183) = 1.059084.

    1.5 / 0.94 = 1.595745 TWh of 300 MW x 8760 h = 2.628; 1 595 745 MWh x 0.809 x 1.059084 = 1 367 231 t.
    """
    assert account(make, 2023, power=1.5).allowances == pytest.approx(1_367_231, abs=30)


def test_full_load_is_not_corrected(make):
    """1.9 / 0.94 = 2.021277 TWh: load 0.769; 2 021 277 x 0.809 = 1 635 212 t."""
    assert account(make, 2023, power=1.9).allowances == pytest.approx(1_635_212, abs=2)


def test_a_gas_unit_never_has_to_buy(make):
    found = account(make, 2024, power=1.0, emissions=0.5, entry="CCGT")

    assert found.allowances == found.emissions == 500_000


def test_no_more_than_a_fifth_of_the_emissions_is_missing(make):
    assert account(make, 2024, power=1.5, emissions=4.0).allowances == pytest.approx(3_200_000)


def test_units_that_are_not_listed_stay_out(make):
    """A unit on blast-furnace gas is in no allocation of power."""
    rows = [("activity", "F01.BFGP", "", 2024, 1.0), ("technology_emissions", "F01.BFGP", "co2", 2024, 1.0)]
    rows.append(("total_capacity", "F01.BFGP", "", 2024, 150.0))

    assert list(power_accounts(make(rows), MARKET)) == []


def test_a_market_without_units_has_no_accounts(make):
    assert list(power_accounts(make([("activity", "F04.CHP", "", 2024, 1.0)]), CarbonMarket(load_allowances()))) == []


def test_units_that_are_given_what_they_emit(make):
    market = CarbonMarket(load_allowances(), (PowerUnits("BFGP", "", "power", as_emitted=True),))
    rows = [("activity", "F01.BFGP", "", 2025, 1.0), ("technology_emissions", "F01.BFGP", "co2", 2025, 2.0000007)]
    (found,) = power_accounts(make(rows), market)

    assert (found.emissions, found.allowances) == (pytest.approx(2_000_000.7), 2_000_000)
