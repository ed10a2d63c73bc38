"""Coke ovens, against numbers computed by hand."""

from __future__ import annotations

import pytest


def test_ipcc_balance_of_coal_and_coke(row, account):
    """Worked example we10 (IPCC 2006, Tier 1b): (1 300 000 t x 0.73 - 1 000 000 t x 0.83) x 44/12 = 436 333.33 tCO2."""
    table = account(
        row("F01", "oven", "1A1c", "input", "washed_coal", 1.3e6, "t"),
        row("F01", "oven", "1A1c", "output", "coke", 1e6, "t"),
        row("F01", "", "", "carbon_content_mass", "washed_coal", 0.73, "tC/t"),
        row("F01", "", "", "carbon_content_mass", "coke", 0.83, "tC/t"),
    )

    carbon_dioxide = table.loc[table["gas"] == "CO2", "value"]
    assert float(carbon_dioxide.sum()) == pytest.approx(436333.3333, abs=0.01)
    assert set(table["gas"]) == {"CO2", "CH4"}


def test_by_products_and_gas_are_deducted(row, account):
    """Coal 100 t x 26.344 x 0.02541 x 44/12, less tar 3 x 2.699, benzene 3.382, gas 3.2 x 173.854 x 0.0121 x 44/12."""
    table = account(
        row("F01", "oven", "1A1c", "input", "washed_coal", 100, "t"),
        row("F01", "oven", "1A1c", "output", "coal_tar_product", 3, "t"),
        row("F01", "oven", "1A1c", "output", "crude_benzene_product", 1, "t"),
        row("F01", "oven", "1A1c", "output", "coke_oven_gas", 3.2, "1e4_nm3"),
    )

    coal = 100 * 26.344 * 0.02541 * 44 / 12
    gas = 3.2 * 173.854 * 0.0121 * 44 / 12
    value = table.set_index("item")["value"]
    assert value["washed_coal"] == pytest.approx(coal, rel=1e-12)
    assert value["coal_tar_product"] == pytest.approx(-8.097, rel=1e-12)
    assert float(value.sum()) == pytest.approx(coal - gas - 3 * 2.699 - 3.382, rel=1e-12)


def test_gas_that_heats_the_ovens_is_counted_where_it_burns(row, account):
    """Gas made and burnt in the same oven cancels: what is left is the coal's carbon."""
    table = account(
        row("F01", "oven", "1A1c", "input", "washed_coal", 100, "t"),
        row("F01", "oven", "1A1c", "output", "coke_oven_gas", 1, "1e4_nm3"),
        row("F01", "oven", "1A1c", "combusted", "coke_oven_gas", 1, "1e4_nm3"),
    )

    carbon_dioxide = table[table["gas"] == "CO2"]
    assert set(carbon_dioxide["method"]) == {"coking", "stationary_combustion"}
    assert float(carbon_dioxide["value"].sum()) == pytest.approx(100 * 26.344 * 0.02541 * 44 / 12, rel=1e-12)


def test_electricity_and_steam_of_the_ovens_carry_no_carbon(row, account):
    table = account(
        row("F01", "oven", "1A1c", "input", "washed_coal", 1, "t"),
        row("F01", "oven", "1A1c", "input", "electricity", 1, "MWh"),
    )

    assert list(table["item"]) == ["washed_coal"]


def test_methane_of_the_coke_made(row, account):
    """1000 t x 0.089 kg/t = 0.089 t CH4 (IPCC 2019 Refinement Volume 3 Chapter 4)."""
    table = account(row("F01", "oven", "1A1c", "output", "coke", 1000, "t")).set_index("gas")

    assert table.loc["CH4", "value"] == pytest.approx(0.089, rel=1e-12)
    assert (table.loc["CH4", "factor_lower"], table.loc["CH4", "factor_upper"]) == (-100, 400)
