"""CO2 captured and handed on counts where it is released in the end."""

from __future__ import annotations

import pytest

GUIDELINE = "GB/T 32150-2025"
BURNT = 1000 * 23.736 * 0.02618


@pytest.fixture
def boiler(row):
    """Return a boiler that captures 500 t of CO2."""
    return (
        row("F04", "boiler", "1A1a", "combusted", "bituminous", 1000, "t"),
        row("F04", "boiler", "1A1a", "output", "carbon_dioxide", 500, "t"),
    )


def _captured(table):
    return float(table.loc[table["method"] == "captured_carbon", "value"].sum())


def test_what_is_sold_beyond_the_district_for_use_is_not_deducted(row, account, boiler):
    table = account(*boiler, row("F04", "", "", "sold", "carbon_dioxide", 500, "t", "outside"), guideline=GUIDELINE)

    assert _captured(table) == pytest.approx(0, abs=1e-9)
    assert "1C" in set(table["category"])


def test_what_a_firm_of_the_district_uses_is_released_there(row, account, boiler):
    table = account(
        *boiler,
        row("F04", "", "", "sold", "carbon_dioxide", 500, "t", "F16"),
        row("F16", "", "", "purchased", "carbon_dioxide", 500, "t", "F04"),
        row("F16", "bottling", "", "input", "carbon_dioxide", 500, "t"),
        guideline=GUIDELINE,
    )

    by_firm = table[table["method"] == "captured_carbon"].groupby("firm")["value"].sum()
    assert dict(by_firm) == pytest.approx({"F04": -500, "F16": 500})


def test_what_is_stored_for_good_stays_deducted(row, account):
    table = account(
        row("F04", "boiler", "1A1a", "combusted", "bituminous", 1000, "t"),
        row("F04", "boiler", "1A1a", "output", "carbon_dioxide_stored", 300, "t"),
        row("F04", "", "", "sold", "carbon_dioxide_stored", 300, "t", "outside"),
        guideline=GUIDELINE,
    )

    assert _captured(table) == pytest.approx(-300)


def test_a_balance_has_the_capture_as_its_own_stream(row, account):
    table = account(
        row("F02", "reformer", "2B10", "input", "natural_gas", 100, "1e4_nm3"),
        row("F02", "reformer", "2B10", "output", "carbon_dioxide", 500, "t"),
        row("F02", "", "", "sold", "carbon_dioxide", 500, "t", "outside"),
        guideline="NDRC-2014-petrochemical",
    )

    balance = float(table.loc[table["method"] == "hydrogen_production", "value"].sum())
    assert balance == pytest.approx(100 * 389.31 * 0.0153 * 44 / 12 - 500, rel=1e-9)
    assert _captured(table) == pytest.approx(500)
