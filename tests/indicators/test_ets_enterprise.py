"""Steel and cement in the national market, by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carbonpath.indicators.carbon_market import CarbonMarket, Enterprise
from carbonpath.indicators.ets_enterprise import enterprise_accounts
from carbonpath.reference.allowances import load_allowances

YEARS = (2023, 2024, 2025, 2026)
STEEL = Enterprise(
    "F01",
    "national_steel",
    "hot_metal",
    ("BF",),
    whole_firm=True,
    pool="gas_mix",
    product_carbon=0.2,
    excluded=("TRUCK",),
    balance={2024: 1.0},
)
CEMENT = Enterprise("F06", "national_cement", "clinker", ("OLD", "NEW"), whole_firm=False, balance={2024: 1.0})


def market(*enterprises):
    """Return a market of these enterprises alone."""
    return CarbonMarket(load_allowances(), enterprises=enterprises)


def steelworks(loss=0.5):
    """Return 10 Mt of hot metal, gas that burns 12 Mt of which the furnaces use a quarter, and trucks."""
    rows = []
    for year in YEARS:
        rows += [
            ("activity", "F01.BF", "", year, 10.0),
            ("production", "F01.BF", "F01.hot_metal", year, 10.0),
            ("technology_emissions", "F01.BF", "co2", year, loss),
            ("production", "F01.POOL", "F01.gas_mix", year, 60.0),
            ("technology_emissions", "F01.POOL", "co2", year, 12.0),
            ("use", "F01.BF", "F01.gas_mix", year, 15.0),
            ("use", "F01.ROLL", "F01.gas_mix", year, 45.0),
            ("technology_emissions", "F01.TRUCK", "co2", year, 0.1),
        ]
    return rows


def accounts(make, rows, enterprise):
    """Return emissions and allowances by year."""
    found = enterprise_accounts(make(rows), market(enterprise))
    return {account.year: (account.emissions, account.allowances) for account in found}


def test_steel_is_given_what_it_emits_in_2024_and_by_intensity_after(make):
    """Covered 0.5 + 12 = 12.5 Mt; intensity (0.5 + 12 x 15 / 60 + 0.2 x 10) / 10 = 0.55: the bonus is at its bound."""
    found = accounts(make, steelworks(), STEEL)

    assert 2023 not in found
    assert found[2024] == (12_500_000, 12_500_000)
    assert found[2025] == (12_500_000, pytest.approx(12_500_000 * 1.03))


def test_a_steelworks_near_the_balance_value(make):
    """Own loss of 4.1 Mt: intensity (4.1 + 3 + 2) / 10 = 0.91, alpha 0.15 x 0.09 = 0.0135; covered 16.1 Mt."""
    found = accounts(make, steelworks(loss=4.1), STEEL)

    assert found[2026][1] == pytest.approx(16_100_000 * 1.0135, abs=1)


def kilns():
    """Return an old kiln that closes after 2024 and a new one that runs from 2025."""
    rows = []
    for year, name in ((2023, "OLD"), (2024, "OLD"), (2025, "NEW"), (2026, "NEW")):
        rows += [
            ("activity", f"F06.{name}", "", year, 0.5),
            ("production", f"F06.{name}", "F06.clinker", year, 0.5),
            ("technology_emissions", f"F06.{name}", "co2", year, 0.45),
        ]
    return rows


def test_new_and_closing_lines_get_what_they_emit(make):
    """Intensity 0.9, alpha 0.015 from the second year of a line on."""
    found = accounts(make, kilns(), CEMENT)

    assert found[2025] == (450_000, 450_000)
    assert found[2026] == (450_000, pytest.approx(450_000 * 1.015))


def test_below_the_threshold_a_firm_takes_no_part(make):
    rows = [(*row[:-1], row[-1] * 0.05) for row in kilns()]

    assert accounts(make, rows, CEMENT) == {}


def test_a_steelworks_that_recycles_top_gas_is_given_what_it_emits_from_2026(make):
    """Draft of 2025 and 2026, III (3) 2: without it the bonus of 3 % of the test above."""
    found = accounts(make, steelworks(), replace(STEEL, special=("BF",)))

    assert found[2025][1] == pytest.approx(12_500_000 * 1.03)
    assert found[2026] == (12_500_000, 12_500_000)
