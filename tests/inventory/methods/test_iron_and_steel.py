"""Iron and steel making, against numbers computed by hand."""

from __future__ import annotations

import pytest


def test_ipcc_mass_balance_of_a_steelworks(row, account):
    """Worked example we9 (IPCC 2019 equation 4.9): 1 814 120 tCO2; the carbonates come through `carbonate_use`."""
    contents = {
        "coke": 0.83,
        "anthracite": 0.806,
        "limestone": 0.121,
        "dolomite": 0.13,
        "electrode": 1.0,
        "crude_steel": 0.01,
    }
    table = account(
        row("F01", "works", "2C1", "input", "coke", 450000, "t"),
        row("F01", "works", "2C1", "input", "anthracite", 150000, "t"),
        row("F01", "works", "2C1", "input", "limestone", 60000, "t"),
        row("F01", "works", "2C1", "input", "dolomite", 20000, "t"),
        row("F01", "works", "2C1", "input", "electrode", 500, "t"),
        row("F01", "works", "2C1", "output", "crude_steel", 1e6, "t"),
        *(row("F01", "", "", "carbon_content_mass", item, value, "tC/t") for item, value in contents.items()),
    )

    assert float(table["value"].sum()) == pytest.approx(1814120, abs=1)
    assert set(table["method"]) == {"iron_and_steel", "carbonate_use"}


def test_blast_furnace_by_the_defaults_of_the_guideline(row, account):
    """Coke 400 t x 28.435 x 0.02942 x 44/12, less gas 160 x 33 x 0.0708 x 44/12 and iron 1000 t x 0.172."""
    table = account(
        row("F01", "furnace", "2C1", "input", "coke", 400, "t"),
        row("F01", "furnace", "2C1", "output", "blast_furnace_gas", 160, "1e4_nm3"),
        row("F01", "furnace", "2C1", "output", "pig_iron", 1000, "t"),
    )

    expected = 400 * 28.435 * 0.02942 * 44 / 12 - 160 * 33 * 0.0708 * 44 / 12 - 172
    assert float(table["value"].sum()) == pytest.approx(expected, rel=1e-12)


def test_iron_made_and_used_in_the_works_cancels(row, account):
    table = account(
        row("F01", "furnace", "2C1", "output", "pig_iron", 1000, "t"),
        row("F01", "converter", "2C1", "input", "pig_iron", 1000, "t"),
    )

    assert float(table["value"].sum()) == 0
    assert len(table) == 2


def test_the_predecessor_has_another_carbon_in_steel(row, account):
    """NDRC 2013: 0.0154 tCO2/t of steel instead of 0.037."""
    steel = row("F01", "converter", "2C1", "output", "crude_steel", 1000, "t")

    assert float(account(steel, guideline="NDRC-2013-steel")["value"].sum()) == pytest.approx(-15.4)
    assert float(account(steel)["value"].sum()) == pytest.approx(-37)


@pytest.mark.parametrize("category", ["2C1", ""], ids=["of its process", "left blank"])
def test_methane_of_the_sinter_made(row, account, category):
    """1000 t x 0.07 kg/t = 0.07 t CH4 (IPCC 2019 Refinement Volume 3 Chapter 4); sinter holds no carbon."""
    table = account(row("F01", "sinter", category, "output", "sinter", 1000, "t"))

    assert list(table["gas"]) == ["CH4"]
    assert list(table["category"]) == ["2C1"]
    assert table["value"].iloc[0] == pytest.approx(0.07, rel=1e-12)
