"""Fuels burnt in vehicles, against numbers computed by hand."""

from __future__ import annotations

import pytest

GENERAL = "GB/T 32150-2025"


def _of(table, gas):
    return float(table.loc[table["gas"] == gas, "value"].sum())


def test_diesel_lorries(row, account):
    """1000 t x 43.33 GJ/t x 0.0202 x 0.98 x 44/12; CH4 and N2O 3.9 kg/TJ x 43.33 TJ = 0.168987 t."""
    table = account(row("F08", "trucks", "1A3b", "combusted", "diesel", 1000, "t"), guideline=GENERAL)

    assert _of(table, "CO2") == pytest.approx(1000 * 43.33 * 0.0202 * 0.98 * 44 / 12, rel=1e-12)
    assert _of(table, "CH4") == pytest.approx(0.168987, rel=1e-12)
    assert _of(table, "N2O") == pytest.approx(0.168987, rel=1e-12)


def test_trains_have_the_nitrous_oxide_of_trains(row, account):
    """43.33 TJ x 28.6 kg/TJ = 1.239238 t N2O."""
    table = account(row("F08", "rail", "1A3c", "combusted", "diesel", 1000, "t"), guideline=GENERAL)

    assert _of(table, "N2O") == pytest.approx(1.239238, rel=1e-12)


def test_gas_lorries_have_the_methane_of_gas_engines(row, account):
    """10 t LNG x 41.868 GJ/t x 92 kg/TJ = 0.0385186 t CH4."""
    table = account(row("F08", "trucks", "1A3b", "combusted", "lng", 10, "t"), guideline=GENERAL)

    assert _of(table, "CH4") == pytest.approx(10 * 41.868e-3 * 92e-3, rel=1e-12)


def test_a_fuel_that_is_rare_on_the_road_falls_back_to_stationary_engines(row, account):
    """Methanol has no row for vehicles: the stationary 3 kg CH4/TJ serve."""
    table = account(row("F08", "trucks", "1A3b", "combusted", "methanol", 10, "t"), guideline=GENERAL)

    assert _of(table, "CH4") == pytest.approx(10 * 19.913e-3 * 3e-3, rel=1e-12)


def test_hydrogen_lorries_release_no_carbon(row, account):
    table = account(row("F08", "trucks", "1A3b", "combusted", "hydrogen", 10, "1e4_nm3"), guideline=GENERAL)

    assert float(table["value"].abs().sum()) == 0
