"""The fourteen worked examples that circulate for these guidelines, each through the inventory or its tables.

Official: we1, we2 (CETS-AG-03.01-V01-2024, checks inside its tables), we3 to we7 (plans of allocation). Computed by an
independent program: we8 to we11. Plausibility: we12 and we13. we14 is a misprint and must not be reproduced. Beside
them the defaults that IPCC 2006 derives in its text.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from carbonpath.inventory.carbon import CO2_PER_CARBON

TESTS = Path(__file__).parents[1]
WHERE = {
    "reference/test_factors.py": ("we1", "we2"),
    "reference/test_allowances.py": ("we7",),
    "indicators/test_allocation.py": ("we3", "we4", "we5 and we6"),
    "inventory/methods/test_coking.py": ("we10",),
    "inventory/methods/test_iron_and_steel.py": ("we9",),
    "inventory/test_worked_examples.py": ("we8", "we11", "we12", "we13", "we14"),
}
"""Where each example is tested."""


@pytest.mark.parametrize("path", WHERE)
def test_no_example_is_forgotten(path):
    text = (TESTS / path).read_text(encoding="utf-8")

    assert [example for example in WHERE[path] if f"{example} (" not in text and f"_{example}_" not in text] == []


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


def _works_of_we13(row):
    """Return January 2025 of a works with two furnaces of 530 m3 and bought coke, as claimed, in tonnes.

    The document prints 536.71 kg/t as the rate of coal, which contradicts its coke rate; read as the rate of all fuel
    it leaves 125.38 kg/t of coal.
    """
    sinter, iron, steel = 237932.8, 121248.88, 129904.28
    return (
        row("F01", "sinter", "1A2a", "combusted", "coke", sinter * 0.02745, "t"),
        row("F01", "sinter", "2C1", "input", "limestone", sinter * 0.13202, "t"),
        row("F01", "furnace", "2C1", "input", "coke", iron * 0.41133, "t"),
        row("F01", "furnace", "2C1", "input", "anthracite", iron * (0.53671 - 0.41133), "t"),
        row("F01", "furnace", "2C1", "output", "blast_furnace_gas", iron * 1780 / 1e4, "1e4_nm3"),
        row("F01", "furnace", "2C1", "output", "pig_iron", iron, "t"),
        row("F01", "converter", "2C1", "input", "pig_iron", iron, "t"),
        row("F01", "converter", "2C1", "output", "converter_gas", steel * 97 / 1e4, "1e4_nm3"),
        row("F01", "converter", "2C1", "output", "crude_steel", steel, "t"),
        row("F01", "power", "1A1a", "combusted", "blast_furnace_gas", iron * 1780 / 1e4, "1e4_nm3"),
        row("F01", "power", "1A1a", "combusted", "converter_gas", steel * 97 / 1e4, "1e4_nm3"),
    )


def test_we13_and_we12_a_real_works_lies_below_the_published_intensity(row, account):
    """we12 (1.940 t/t, a works of 2015 with own coke) bounds we13 (coke bought, carbon of its gases all burnt)."""
    table = account(*_works_of_we13(row))

    intensity = float(table.loc[table["gas"] == "CO2", "value"].sum()) / 129904.28
    assert 1.5 < intensity < 1.940


@pytest.mark.parametrize(
    ("lime", "derived"),
    [("lime_dolomitic", 0.913 * 0.85), ("lime_hydraulic", 0.785 * 0.75)],
    ids=["dolomitic lime", "hydraulic lime"],
)
def test_lime_as_ipcc_derives_it(row, account, lime, derived):
    """IPCC 2006 Volume 3 Chapter 2, Table 2.4: stoichiometric ratio x content of CaO and MgO, to two digits."""
    table = account(row("F11", "kiln", "2A2", "output", lime, 1, "t"), guideline="IPCC-2006")

    assert float(table["value"].sum()) == pytest.approx(derived * 1.02, abs=0.01)


def test_the_lime_of_ipcc_tier_1_is_its_mix(row, account):
    """IPCC 2006 Volume 3 Chapter 2, equation 2.8: 0.85 x 0.75 + 0.15 x 0.77 = 0.753, rounded to 0.75."""
    table = account(row("F11", "kiln", "2A2", "output", "lime", 1, "t"), guideline="IPCC-2006")

    assert float(table["value"].sum()) / 1.02 == pytest.approx(0.85 * 0.75 + 0.15 * 0.77, abs=0.005)


def test_clinker_as_ipcc_derives_it(row, account):
    """IPCC 2006 Volume 3 Chapter 2, equation 2.4: 0.65 x 0.785 = 0.51, x 1.02 for kiln dust = 0.52."""
    table = account(row("F06", "kiln", "2A1", "output", "clinker", 1, "t"), guideline="IPCC-2006")

    assert float(table["value"].sum()) == pytest.approx(0.51 * 1.02, abs=0.001)
