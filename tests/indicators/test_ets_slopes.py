"""Slopes of the rules, against what the rules give when one technology does a little more."""

from __future__ import annotations

import pytest

from carbonpath.indicators.carbon_market import CarbonMarket, Enterprise, PilotFirm, PowerUnits
from carbonpath.indicators.ets_enterprise import enterprise_accounts
from carbonpath.indicators.ets_pilot import pilot_accounts
from carbonpath.indicators.ets_power import power_accounts
from carbonpath.indicators.ets_slopes import Ratios, allowance_slopes
from carbonpath.reference.allowances import load_allowances

MARKET = CarbonMarket(
    load_allowances(),
    (
        PowerUnits("CHP", "coal_le300mw", "power", own_use=0.06, peaking=True),
        PowerUnits("CCGT", "gas", "power"),
        PowerUnits("GANGUE", "coal_le300mw", "power"),
    ),
    enterprises=(
        Enterprise(
            "F01", "national_steel", "hot_metal", ("BF",), True, "gas_mix", product_carbon=0.2, balance={2024: 1.0}
        ),
        Enterprise("F06", "national_cement", "clinker", ("KILN",), False, balance={2024: 0.85}),
    ),
    pilot=(
        PilotFirm("F07", "historical_intensity", "flat_glass"),
        PilotFirm("F02", "historical_emission"),
        PilotFirm("F09", "benchmark", "hydrogen", benchmark=5.0),
    ),
    base_years=(2022,),
)
ACTIVITY = {"F04.CHP": 1.0, "F04.CCGT": 1.0, "F03.GANGUE": 1.0, "F01.BF": 10.0, "F01.ROLL": 9.0, "F01.POOL": 60.0}
ACTIVITY |= {"F06.KILN": 1.0, "F07.FLOAT": 0.6, "F02.CDU": 8.0, "F09.SMR": 0.1}
EMISSION = {"F04.CHP": 0.85, "F04.CCGT": 0.4, "F03.GANGUE": 1.3, "F01.BF": 0.5, "F01.ROLL": 0.1, "F01.POOL": 0.1}
EMISSION |= {"F06.KILN": 0.84, "F07.FLOAT": 0.9, "F02.CDU": 0.2, "F09.SMR": 9.0}
OUTPUT = {("F01.BF", "hot_metal"): 1.0, ("F01.POOL", "gas_mix"): 1.0, ("F06.KILN", "clinker"): 1.0}
OUTPUT |= {("F07.FLOAT", "flat_glass"): 1.0, ("F09.SMR", "hydrogen"): 1.0}
USE = {("F01.BF", "gas_mix"): 1.5, ("F01.ROLL", "gas_mix"): 5.0}
YEARS = (2022, 2023, 2024, 2026)


def plan(make, year=0, more=None):
    """Return a plan, in which one technology may do a little more in one year."""
    rows = []
    for at in YEARS:
        active = {name: value + (0.001 if (name, at) == (more, year) else 0.0) for name, value in ACTIVITY.items()}
        for name, value in active.items():
            rows += [
                ("activity", name, "", at, value),
                ("technology_emissions", name, "co2", at, EMISSION[name] * value),
            ]
        rows.append(("total_capacity", "F04.CHP", "", at, 200.0))
        for quantity, ratios in (("production", OUTPUT), ("use", USE)):
            rows += [
                (quantity, name, f"{name[:3]}.{good}", at, ratio * active[name])
                for (name, good), ratio in ratios.items()
            ]
    return make(rows, commodities={f"{n[:3]}.{g}": {"base": g} for n, g in (*OUTPUT, *USE)})


def given(tables):
    """Return allowances by firm and year, t."""
    accounts = (*power_accounts(tables, MARKET), *enterprise_accounts(tables, MARKET), *pilot_accounts(tables, MARKET))
    return {(account.firm, account.year): account.allowances for account in accounts}


@pytest.fixture(scope="module")
def slopes(make):
    """Return the slopes by technology and year."""
    ratios = Ratios(
        {(name, year): value for name, value in EMISSION.items() for year in YEARS},
        {(*key, year): value for key, value in USE.items() for year in YEARS},
        {(*key, year): value for key, value in OUTPUT.items() for year in YEARS},
    )
    return {(slope.technology, slope.year): slope.value for slope in allowance_slopes(plan(make), MARKET, ratios)}


@pytest.mark.parametrize(
    ("name", "year"),
    [
        pytest.param("F04.CHP", 2024, id="coal unit at 57 % load"),
        pytest.param("F04.CCGT", 2024, id="gas unit that never lacks"),
        pytest.param("F03.GANGUE", 2024, id="firm at the bound of its shortfall"),
        pytest.param("F01.ROLL", 2024, id="steel given what it emits"),
        pytest.param("F01.BF", 2026, id="furnace by intensity"),
        pytest.param("F01.ROLL", 2026, id="rolling mill of the same firm"),
        pytest.param("F06.KILN", 2026, id="clinker by intensity"),
        pytest.param("F07.FLOAT", 2026, id="pilot, historical intensity"),
        pytest.param("F02.CDU", 2026, id="pilot, historical emission"),
        pytest.param("F09.SMR", 2026, id="pilot, beyond the tolerance"),
    ],
)
def test_slope_is_what_a_little_more_brings(make, slopes, name, year):
    firm = name[:3]
    more = given(plan(make, year, name))[firm, year] - given(plan(make))[firm, year]

    assert slopes[name, year] == pytest.approx(more / 1000.0, abs=3e-3)


def test_years_before_a_market_have_no_slope(slopes):
    assert ("F01.BF", 2023) not in slopes


def test_capture_lowers_the_allowances_of_a_steelworks_with_its_emissions(make):
    ratios = Ratios({("F01.ROLL", 2024): -1.0}, {}, {})
    (found,) = (s for s in allowance_slopes(plan(make), MARKET, ratios) if (s.technology, s.year) == ("F01.ROLL", 2024))

    assert found.value == -1.0
