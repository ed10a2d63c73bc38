"""Chemical plants, against numbers computed by hand."""

from __future__ import annotations

import pytest

GUIDELINE = "NDRC-2013-chemical"


def _sum(table):
    return float(table["value"].sum())


def test_methanol_from_coke_oven_gas(row, account):
    """(2000 x 10^4 Nm3 x 173.854 x 0.0136 - 10 000 t x 0.375) x 44/12."""
    table = account(
        row("F13", "methanol", "2B8a", "input", "coke_oven_gas", 2000, "1e4_nm3"),
        row("F13", "methanol", "2B8a", "output", "methanol", 10000, "t"),
        row("F13", "", "", "carbon_content_mass", "methanol", 0.375, "tC/t"),
        guideline=GUIDELINE,
    )

    assert _sum(table) == pytest.approx((2000 * 173.854 * 0.0136 - 3750) * 44 / 12, rel=1e-12)


def test_carbide_with_limestone(row, account):
    """Coke 550 x 28.435 x 0.0295 less carbide 1000 x 0.314, and limestone 1500 x 0.44: 1299.3 tCO2 in all."""
    table = account(
        row("F13", "carbide", "2B5", "input", "coke", 550, "t"),
        row("F13", "carbide", "2B5", "input", "limestone", 1500, "t"),
        row("F13", "carbide", "2B5", "output", "calcium_carbide", 1000, "t"),
        guideline=GUIDELINE,
    )

    by_method = table.groupby("method")["value"].sum()
    coke = table.loc[table["item"] == "coke", "value"].iloc[0]
    assert by_method["carbonate_use"] == pytest.approx(660, rel=1e-12)
    assert by_method["chemicals"] == pytest.approx(coke - 314 * 44 / 12, rel=1e-12)


def test_soda_ash_takes_the_carbon_of_the_limestone_with_it(row, account):
    """Limestone 1000 x 0.44 less soda ash 1000 x 0.4149 = 25.1 tCO2."""
    table = account(
        row("F13", "soda", "2B7", "input", "limestone", 1000, "t"),
        row("F13", "soda", "2B7", "output", "carbonate_na2co3", 1000, "t"),
        guideline=GUIDELINE,
    )

    assert _sum(table) == pytest.approx(440 - 414.9, rel=1e-9)


def test_captured_carbon_dioxide_is_a_stream_of_the_balance(row, account):
    table = account(
        row("F13", "ammonia", "2B1", "input", "natural_gas", 100, "1e4_nm3"),
        row("F13", "ammonia", "2B1", "output", "carbon_dioxide", 500, "t"),
        row("F13", "ammonia", "2B1", "output", "urea", 200, "t"),
        guideline=GUIDELINE,
    )

    assert set(table["method"]) == {"chemicals"}
    assert _sum(table) == pytest.approx(100 * 389.31 * 0.0153 * 44 / 12 - 500 - 200 * 0.2 * 44 / 12, rel=1e-9)
