"""Energy balance in physical units and standard coal, against numbers computed by hand."""

from __future__ import annotations

import pytest

from carbonpath.inventory.energy import energy_use
from carbonpath.inventory.energy_balance import energy_balance


def _entry(table, firm, item):
    return table[(table["firm"] == firm) & (table["item"] == item)].iloc[0]


@pytest.fixture(scope="module")
def balance(row, prepare):
    """Return the balance of a works that sells gas and power to a neighbour."""
    activity = prepare(
        row("F01", "", "", "purchased", "washed_coal", 140, "t", "outside"),
        row("F01", "oven", "1A1c", "input", "washed_coal", 136, "t"),
        row("F01", "oven", "1A1c", "output", "coke", 100, "t"),
        row("F01", "oven", "1A1c", "output", "coke_oven_gas", 4.3, "1e4_nm3"),
        row("F01", "", "", "sold", "coke_oven_gas", 1, "1e4_nm3", "F09"),
        row("F09", "", "", "purchased", "coke_oven_gas", 1, "1e4_nm3", "F01"),
        row("F09", "boiler", "1A1a", "combusted", "coke_oven_gas", 1, "1e4_nm3"),
        row("F01", "", "", "purchased", "electricity", 0.01, "亿kWh", "outside"),
        row("F01", "", "", "sold", "electricity", 200, "MWh", "F09"),
        row("F09", "", "", "purchased", "electricity", 200, "MWh", "F01"),
    )
    return energy_balance(activity), energy_use(activity)


def test_amounts_stand_in_their_own_unit_with_the_gap(balance):
    """140 t bought, 136 t charged: 4 t into stock; gas made 4.3, sold 1, rest not reported."""
    table, _ = balance
    coal, gas = _entry(table, "F01", "washed_coal"), _entry(table, "F01", "coke_oven_gas")

    assert (coal["unit"], coal["bought"], coal["used"], coal["gap"]) == ("t", 140, 136, 4)
    assert (gas["unit"], gas["made"], gas["sold"], gas["gap"]) == ("1e4_nm3", 4.3, 1, pytest.approx(3.3))


def test_what_firms_sell_each_other_is_no_trade_of_the_district(balance):
    table, _ = balance
    gas, power = _entry(table, "", "coke_oven_gas"), _entry(table, "", "electricity")

    assert (gas["bought"], gas["made"], gas["used"], gas["sold"]) == (0, 4.3, 1, 0)
    assert (power["unit"], power["bought"], power["sold"]) == ("MWh", 1000, 0)


def test_power_in_both_standard_coals(balance):
    """1000 MWh x 0.1229 tce calorific; x 0.3049 tce by the coal of supply of 2020."""
    table, _ = balance
    power = _entry(table, "", "electricity")

    assert power["standard_coal"] == pytest.approx(122.9)
    assert power["standard_coal_of_supply"] == pytest.approx(304.9)
    assert power["energy"] == pytest.approx(3600)


def test_energy_use_is_that_of_the_table_by_kind(balance):
    table, use = balance
    for name in ("energy", "standard_coal", "standard_coal_of_supply"):
        assert table.loc[table["firm"] != "", name].sum() == pytest.approx(use[name].sum(), rel=1e-12)
        assert table.loc[table["firm"] == "", name].sum() == pytest.approx(use[name].sum(), rel=1e-12)


def test_fuel_counts_alike_in_both(balance):
    table, _ = balance
    coal = _entry(table, "F01", "washed_coal")

    assert coal["standard_coal"] == coal["standard_coal_of_supply"] == pytest.approx(136 * 0.9)
