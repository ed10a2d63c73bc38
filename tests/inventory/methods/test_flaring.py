"""Flares, against numbers computed by hand."""

from __future__ import annotations

import pytest

REFINERY = "NDRC-2014-petrochemical"


def _sum(table):
    return float(table["value"].sum())


def test_refinery_gas_with_the_oxidation_of_flares(row, account):
    """100 t x 46.05 x 0.0182 x 0.98 x 44/12."""
    table = account(row("F02", "flare", "1B2", "flared", "refinery_dry_gas", 100, "t"), guideline=REFINERY)

    assert _sum(table) == pytest.approx(100 * 46.05 * 0.0182 * 0.98 * 44 / 12, rel=1e-12)


def test_works_gas_flared_under_the_steel_guideline_counts_all_carbon(row, account):
    """1000 GJ x 0.05 tC/GJ x 44/12 = 183.33 tCO2."""
    table = account(
        row("F01", "flare", "1B2", "flared", "mixed_works_gas", 1000, "GJ"),
        row("F01", "", "", "carbon_content", "mixed_works_gas", 0.05, "tC/GJ"),
    )

    assert _sum(table) == pytest.approx(1000 * 0.05 * 44 / 12, rel=1e-12)


def test_carbon_dioxide_in_the_gas_leaves_unburnt(row, account):
    """10 x 10^4 Nm3 x (5.0 tC x 0.98 x 44/12 + 0.1 x 19.7): NDRC 2014 petrochemical, normal flare."""
    table = account(
        row("F02", "flare", "1B2", "flared", "other_gas", 10, "1e4_nm3"),
        row("F02", "flare", "", "carbon_content_mass", "other_gas", 5.0, "tC/1e4_nm3"),
        row("F02", "flare", "", "property", "flare_co2_fraction", 10, "%"),
        guideline=REFINERY,
    )

    assert _sum(table) == pytest.approx(10 * (5.0 * 0.98 * 44 / 12 + 0.1 * 19.7), rel=1e-12)


def test_a_measured_oxidation_comes_first(row, account):
    """100 t x 46.05 x 0.0182 x 0.995 x 44/12."""
    table = account(
        row("F02", "flare", "1B2", "flared", "refinery_dry_gas", 100, "t"),
        row("F02", "flare", "", "oxidation_factor", "refinery_dry_gas", 0.995, "1"),
        guideline=REFINERY,
    )

    assert _sum(table) == pytest.approx(100 * 46.05 * 0.0182 * 0.995 * 44 / 12, rel=1e-12)


def test_flaring_in_an_accident_by_the_mean_carbon_number(row, account):
    """GF 2 x 10^4 Nm3/h x 6 h x CN 1.8 x OF 0.98 x 44/22.4 x 10 = 415.8 tCO2 (NDRC 2014 petrochemical chapter 5)."""
    table = account(
        row("F02", "flare", "1B2", "flared", "flare_gas", 12, "1e4_nm3"),
        row("F02", "flare", "", "property", "flare_carbon_number", 1.8, "1"),
        guideline="NDRC-2014-petrochemical",
    )

    assert float(table["value"].sum()) == pytest.approx(12 * 1.8 * 0.98 * 44 / 22.4 * 10, rel=1e-12)


def test_gas_by_its_composition(row, account):
    """80 % CH4, 10 % C2H6: C = 12 x (0.8 + 0.1 x 2) x 10 / 22.4 = 5.357 tC per 10^4 Nm3, and 5 % CO2 x 19.7."""
    table = account(
        row("F02", "flare", "1B2", "flared", "flare_gas", 100, "1e4_nm3"),
        row("F02", "flare", "", "carbon_content_mass", "flare_gas", 120 / 22.4, "tC/1e4_nm3"),
        row("F02", "flare", "", "property", "flare_co2_fraction", 5, "%"),
        guideline="NDRC-2014-petrochemical",
    )

    expected = 100 * (120 / 22.4 * 0.98 * 44 / 12 + 0.05 * 19.7)
    assert float(table["value"].sum()) == pytest.approx(expected, rel=1e-12)
