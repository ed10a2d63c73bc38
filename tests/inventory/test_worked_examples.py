"""The worked examples that circulate for these guidelines, each through the inventory or its tables.

Official: we1, we2 (CETS-AG-03.01-V01-2024, checks inside its tables; see tests of the reference tables). Computed by an
independent program: we8 to we11. Plausibility: we12. we14 is a misprint and must not be reproduced. we3 to we7 concern
allowances and we13 has activity data without result.
"""

from __future__ import annotations

import pytest

from carbonpath.inventory.carbon import CO2_PER_CARBON


def test_we8_clinker_of_ipcc_tier_1(row, account):
    """0.65 / 0.5603 x 0.43971 x 1.02 x 1 000 000 t = 520 306 tCO2; the table prints 0.5203 t/t."""
    table = account(row("F06", "kiln", "2A1", "output", "clinker", 1e6, "t"), guideline="IPCC-2006", region="national")

    assert float(table["value"].sum()) == pytest.approx(520306.4965, rel=2e-5)


def test_we8_by_the_lime_of_the_clinker(row, account):
    """CaO 65 % through the analysis of the clinker, without kiln dust: 0.65 x 44/56 = 0.5107; x 1.02 = 0.5209."""
    table = account(
        row("F06", "kiln", "2A1", "output", "clinker", 1e6, "t"),
        row("F06", "", "", "property", "cao_in_clinker", 0.65, "1"),
        guideline="NDRC-2013-cement",
    )

    assert float(table["value"].sum()) * 1.02 == pytest.approx(520306.4965, rel=2e-3)


def test_we9_and_we10_are_tested_with_their_methods_and_agree_with_each_other(row, account):
    """The coke of we10 charged to the furnace of we9: carbon in less carbon out, whatever lies between."""
    table = account(
        row("F01", "oven", "1A1c", "input", "washed_coal", 1.3e6, "t"),
        row("F01", "oven", "1A1c", "output", "coke", 1e6, "t"),
        row("F01", "furnace", "2C1", "input", "coke", 1e6, "t"),
        row("F01", "", "", "carbon_content_mass", "washed_coal", 0.73, "tC/t"),
        row("F01", "", "", "carbon_content_mass", "coke", 0.83, "tC/t"),
    )

    carbon_dioxide = float(table.loc[table["gas"] == "CO2", "value"].sum())
    assert carbon_dioxide == pytest.approx(1.3e6 * 0.73 * CO2_PER_CARBON, rel=1e-12)


def test_we11_bounds_a_cracker(row, account, factors):
    """800 000 t ethylene x 1.73 x 1.30 = 1 799 200 tCO2 with fuel gas: burning 21 GJ/t of cracker gas lies below."""
    numbers = factors.process_factors.set_index(["table", "material", "property"])["value"]
    bound = 800000 * numbers["ipcc_2006", "ethylene_from_naphtha", "process_emission_factor"] * 1.30
    table = account(
        row("F03", "cracker", "1A2c", "combusted", "cracker_gas", 800000 * 21, "GJ"),
        guideline="NDRC-2014-petrochemical",
    )

    assert bound == pytest.approx(1799200, abs=1)
    assert 0 < float(table.loc[table["gas"] == "CO2", "value"].sum()) < bound


def test_we14_a_printed_misprint_is_not_reproduced(row, account):
    """3360 t coke x 28.435 x 0.0295 x 44/12 gives 10 335 t (10 334.5 with 44/12); the document prints 10 331."""
    table = account(
        row("F01", "furnace", "2C1", "input", "coke", 3360, "t"),
        row("F01", "", "", "carbon_content", "coke", 0.0295, "tC/GJ"),
    )

    computed = float(table["value"].sum())
    assert computed == pytest.approx(10335.4, abs=1.0)
    assert computed != pytest.approx(10331, abs=1.0)
