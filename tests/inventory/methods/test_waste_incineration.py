"""Waste incineration, against numbers computed by hand."""

from __future__ import annotations

import pytest

GUIDELINE = "GB/T 32150-2025"


def _by(table):
    return {(row["gas"], row["scope"]): row["value"] for row in table.to_dict("records")}


def test_municipal_waste(row, account):
    """10 000 t x 0.20 x 0.39 x 0.95 x 44/12 = 2717 tCO2; the biogenic 0.61 is a memo; N2O 0.5 t, CH4 2 kg."""
    table = account(row("F15", "grate", "4C1", "combusted", "municipal_solid_waste", 10000, "t"), guideline=GUIDELINE)

    found = _by(table)
    assert found["CO2", 1] == pytest.approx(10000 * 0.2 * 0.39 * 0.95 * 44 / 12, rel=1e-12)
    assert found["CO2", 0] == pytest.approx(10000 * 0.2 * 0.61 * 0.95 * 44 / 12, rel=1e-12)
    assert found["N2O", 1] == pytest.approx(0.5, rel=1e-12)
    assert found["CH4", 1] == pytest.approx(0.002, rel=1e-12)
    assert set(table["method"]) == {"waste_incineration"}


def test_waste_whose_heat_is_used_belongs_to_power_and_is_counted_the_same(row, account):
    table = account(row("F15", "grate", "1A1a", "combusted", "municipal_solid_waste", 1, "t"), guideline=GUIDELINE)

    assert set(table["method"]) == {"waste_incineration"}
    assert set(table["category"]) == {"1A1a"}


def test_a_measured_fossil_share_comes_first(row, account):
    table = account(
        row("F15", "grate", "4C1", "combusted", "municipal_solid_waste", 10000, "t"),
        row("F15", "", "", "property", "municipal_solid_waste_fossil_share", 50, "%"),
        guideline=GUIDELINE,
    )

    assert _by(table)["CO2", 1] == pytest.approx(10000 * 0.2 * 0.5 * 0.95 * 44 / 12, rel=1e-12)


def test_sludge_is_biogenic(row, account):
    table = account(row("F15", "grate", "4C1", "combusted", "sewage_sludge", 100, "t"), guideline=GUIDELINE)

    found = _by(table)
    assert found["CO2", 1] == 0
    assert found["CO2", 0] == pytest.approx(100 * 0.3 * 0.95 * 44 / 12, rel=1e-12)
