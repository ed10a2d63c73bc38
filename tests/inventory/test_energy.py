"""Energy and coal in standard coal, against numbers computed by hand."""

from __future__ import annotations

import pytest

from carbonpath.inventory.energy import coal_use, energy_use


def _by_item(activity):
    return energy_use(activity).set_index("item")["standard_coal"]


def test_measured_heat_comes_before_the_standard_coal_factor(row, prepare):
    """100 t x 20.9 / 29.3076 = 71.31 tce; without the measurement 100 x 0.7143."""
    coal = row("F04", "unit", "1A1a", "combusted", "bituminous", 100, "t")
    measured = row("F04", "", "", "net_calorific_value", "bituminous", 20.9, "GJ/t")

    assert _by_item(prepare(coal, measured))["bituminous"] == pytest.approx(100 * 20.9 / 29.3076)
    assert _by_item(prepare(coal))["bituminous"] == pytest.approx(71.43)


def test_a_coal_without_standard_factor_uses_its_heating_value(row, prepare):
    """Anthracite: 100 t x 25.024 / 29.3076."""
    coal = row("F01", "furnace", "2C1", "input", "anthracite", 100, "t")

    assert _by_item(prepare(coal))["anthracite"] == pytest.approx(100 * 25.024 / 29.3076)


def test_own_coke_counts_as_its_coal_and_bought_coke_as_coke(row, prepare):
    """Coal 136 t x 0.9; coke made 100 t, used 120 t: 20 t x 0.9714 bought."""
    activity = prepare(
        row("F01", "oven", "1A1c", "input", "washed_coal", 136, "t"),
        row("F01", "oven", "1A1c", "output", "coke", 100, "t"),
        row("F01", "furnace", "2C1", "input", "coke", 120, "t"),
    )

    coal = coal_use(energy_use(activity))

    assert coal["standard_coal"].iloc[0] == pytest.approx(136 * 0.9 + 20 * 0.9714)
    assert coal_use(energy_use(activity), coking_coal=False).empty


def test_gas_made_and_burnt_cancels_in_energy(row, prepare):
    activity = prepare(
        row("F01", "furnace", "2C1", "output", "blast_furnace_gas", 10, "1e4_nm3"),
        row("F01", "ccpp", "1A1a", "combusted", "blast_furnace_gas", 10, "1e4_nm3"),
    )

    assert _by_item(activity)["blast_furnace_gas"] == 0


def test_power_and_heat_bought_less_sold(row, prepare):
    """(100 - 40) MWh x 0.1229; -10 GJ x 0.03412."""
    found = _by_item(
        prepare(
            row("F04", "", "", "purchased", "electricity", 100, "MWh", "outside"),
            row("F04", "", "", "sold", "electricity", 40, "MWh", "outside"),
            row("F04", "", "", "sold", "heat_steam", 10, "GJ", "outside"),
        )
    )

    assert found["electricity"] == pytest.approx(7.374)
    assert found["heat_steam"] == pytest.approx(-0.3412)


def test_feedstock_is_no_energy_use(row, prepare):
    activity = prepare(
        row("F03", "cracker", "2B8", "input", "naphtha", 100, "t"),
        row("F03", "cracker", "1A2c", "combusted", "cracker_gas", 50, "GJ"),
    )

    assert list(_by_item(activity).index) == ["cracker_gas"]
