"""Scope 2 of the district is its net import only."""

from __future__ import annotations

import pytest

from carbonpath.inventory.net_import import net_imports


def test_power_sold_within_the_district_is_no_import(row, prepare):
    """F02 buys 100 MWh of F04 and 50 from the grid: 50 MWh x 0.4364 = 21.82 tCO2 (Hubei 2022)."""
    activity = prepare(
        row("F04", "", "", "sold", "electricity", 100, "MWh", "F02", year=2022),
        row("F02", "", "", "purchased", "electricity", 100, "MWh", "F04", year=2022),
        row("F02", "", "", "purchased", "electricity", 50, "MWh", "outside", year=2022),
        region="hubei",
    )

    (power,) = net_imports(activity)

    assert (power.energy, power.net_gj) == ("electricity", pytest.approx(180))
    assert power.tco2e == pytest.approx(21.82)


def test_a_net_export_is_a_memo(row, prepare):
    activity = prepare(row("F04", "", "", "sold", "heat_steam", 1000, "GJ", "outside"))

    (heat,) = net_imports(activity)

    assert (heat.energy, heat.net_gj, heat.tco2e) == ("heat", -1000, 0)


def test_steam_and_hot_water_are_one_heat(row, prepare):
    """80 GJ steam in, 30 GJ hot water out: 50 GJ x 0.11 = 5.5 tCO2."""
    activity = prepare(
        row("F10", "", "", "purchased", "heat_steam", 80, "GJ", "outside"),
        row("F10", "", "", "sold", "heat_hot_water", 30, "GJ", "outside"),
    )

    (heat,) = net_imports(activity)

    assert heat.tco2e == pytest.approx(5.5)
