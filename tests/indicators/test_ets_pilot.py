"""The pilot, by hand: coefficient of the industry 0.98, market factor 1."""

from __future__ import annotations

import pytest

from carbonpath.indicators.carbon_market import CarbonMarket, PilotFirm, PowerUnits
from carbonpath.indicators.ets_pilot import pilot_accounts
from carbonpath.reference.allowances import load_allowances

ROWS = []
for _year, _glass, _co2 in ((2020, 0.6, 0.50), (2021, 0.6, 0.52), (2022, 0.5, 0.45), (2023, 0.8, 0.60)):
    ROWS += [
        ("activity", "F07.FLOAT", "", _year, _glass),
        ("production", "F07.FLOAT", "F07.flat_glass", _year, _glass),
        ("technology_emissions", "F07.FLOAT", "co2", _year, _co2),
        ("technology_emissions", "F07.CHP", "co2", _year, 1.0),
    ]
POWER = (PowerUnits("CHP", "coal_le300mw", "power"),)


def allowances(make, year, firm):
    """Return the allowances of a year; units of the market for power are left out."""
    market = CarbonMarket(load_allowances(), POWER, pilot=(firm,), base_years=(2020, 2021, 2022))
    found = {account.year: account for account in pilot_accounts(make(ROWS), market)}
    assert found[year].emissions == pytest.approx({2023: 600_000, 2021: 520_000}[year])
    return found[year].allowances


def test_historical_emission(make):
    """Mean of 0.50, 0.52 and 0.45 Mt is 0.49; x 0.98 = 480 200 t, within a fifth of 600 000."""
    assert allowances(make, 2023, PilotFirm("F07", "historical_emission")) == 480_200


def test_historical_intensity(make):
    """Mean of 0.8333, 0.8667 and 0.9 is 0.8667 t/t; x 0.98 x 0.8 Mt = 679 467 t."""
    assert allowances(make, 2023, PilotFirm("F07", "historical_intensity", "flat_glass")) == 679_466


def test_benchmark_is_not_lowered_by_the_coefficient_of_the_industry(make):
    assert allowances(make, 2023, PilotFirm("F07", "benchmark", "flat_glass", benchmark=0.7)) == 560_000


def test_what_lies_beyond_the_tolerance_is_evened_out(make):
    """0.3 x 0.8 Mt = 240 000 t; at most 120 000 t of 600 000 may be missing."""
    assert allowances(make, 2023, PilotFirm("F07", "benchmark", "flat_glass", benchmark=0.3)) == 480_000


@pytest.mark.parametrize(("first", "last"), [(2022, 0), (2014, 2020)], ids=["enters later", "has left"])
def test_only_in_its_years(make, first, last):
    firm = PilotFirm("F07", "historical_emission", first=first, last=last)
    market = CarbonMarket(load_allowances(), POWER, pilot=(firm,), base_years=(2020, 2021, 2022))

    assert 2021 not in {account.year for account in pilot_accounts(make(ROWS), market)}


def test_a_firm_without_history_has_no_account(make):
    market = CarbonMarket(
        load_allowances(),
        pilot=(PilotFirm("F07", "historical_intensity", "bottles"), PilotFirm("F07", "historical_emission")),
        base_years=(2019,),
    )

    assert list(pilot_accounts(make(ROWS), market)) == []
