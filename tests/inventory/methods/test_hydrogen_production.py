"""Hydrogen plants, against numbers computed by hand."""

from __future__ import annotations

import pytest

GUIDELINE = "NDRC-2014-petrochemical"


def test_natural_gas_reformed_and_carbon_dioxide_sold(row, account):
    """100 x 10^4 Nm3 x 389.31 x 0.0153 x 44/12 = 2184.03, less 500 t CO2 sold."""
    table = account(
        row("F02", "reformer", "2B10", "input", "natural_gas", 100, "1e4_nm3"),
        row("F02", "reformer", "2B10", "output", "carbon_dioxide", 500, "t"),
        row("F02", "reformer", "2B10", "output", "hydrogen", 900, "t"),
        guideline=GUIDELINE,
    )

    assert float(table["value"].sum()) == pytest.approx(100 * 389.31 * 0.0153 * 44 / 12 - 500, rel=1e-12)


def test_tail_gas_of_coke_oven_gas_keeps_its_carbon(row, account):
    """100 x 10^4 Nm3 x 173.854 x 0.0121 tC in; the tail gas holds what was measured: the rest is released."""
    table = account(
        row("F09", "psa", "2B10", "input", "coke_oven_gas", 100, "1e4_nm3"),
        row("F09", "psa", "2B10", "output", "psa_tail_gas", 11000, "GJ"),
        row("F09", "", "", "carbon_content", "psa_tail_gas", 0.018, "tC/GJ"),
    )

    expected = (100 * 173.854 * 0.0121 - 11000 * 0.018) * 44 / 12
    assert float(table["value"].sum()) == pytest.approx(expected, rel=1e-12)
