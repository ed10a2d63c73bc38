"""Ethylene oxide, against numbers computed by hand."""

from __future__ import annotations

import pytest


def test_ethylene_less_oxide(row, account):
    """(900 x 0.856 - 1000 x 0.545) x 44/12 = 826.47 tCO2."""
    table = account(
        row("F03", "eo", "2B8d", "input", "ethylene", 900, "t"),
        row("F03", "eo", "2B8d", "output", "ethylene_oxide", 1000, "t"),
        guideline="NDRC-2014-petrochemical",
    )

    assert float(table["value"].sum()) == pytest.approx((900 * 0.856 - 1000 * 0.545) * 44 / 12, rel=1e-12)
    assert set(table["method"]) == {"ethylene_oxide"}


def test_an_oxide_with_the_carbon_of_its_formula_and_full_yield_releases_nothing(row, account):
    """C2H4 24/28 and C2H4O 24/44 by molar mass: 28 t of ethylene in 44 t of oxide."""
    table = account(
        row("F03", "eo", "2B8d", "input", "ethylene", 28, "t"),
        row("F03", "eo", "2B8d", "output", "ethylene_oxide", 44, "t"),
        row("F03", "", "", "carbon_content_mass", "ethylene", 24 / 28, "tC/t"),
        row("F03", "", "", "carbon_content_mass", "ethylene_oxide", 24 / 44, "tC/t"),
        guideline="NDRC-2014-petrochemical",
    )

    assert float(table["value"].sum()) == pytest.approx(0, abs=1e-9)
