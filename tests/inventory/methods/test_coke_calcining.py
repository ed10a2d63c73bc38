"""Calcining of petroleum coke, against numbers computed by hand."""

from __future__ import annotations

import pytest

GUIDELINE = "NDRC-2014-petrochemical"


def test_green_coke_less_calcined_coke_and_dust(row, account):
    """(1000 x 0.88 - (780 + 20) x 0.985) x 44/12 = 337.33 tCO2."""
    table = account(
        row("F02", "calciner", "1A1b", "input", "green_petroleum_coke", 1000, "t"),
        row("F02", "calciner", "1A1b", "output", "calcined_petroleum_coke", 780, "t"),
        row("F02", "calciner", "1A1b", "output", "calcining_dust", 20, "t"),
        row("F02", "", "", "carbon_content_mass", "green_petroleum_coke", 88, "%"),
        row("F02", "", "", "carbon_content_mass", "calcined_petroleum_coke", 98.5, "%"),
        row("F02", "", "", "carbon_content_mass", "calcining_dust", 98.5, "%"),
        guideline=GUIDELINE,
    )

    assert float(table["value"].sum()) == pytest.approx((880 - 800 * 0.985) * 44 / 12, rel=1e-12)


def test_defaults_are_of_the_lowest_tier_and_say_that_they_are_assumed(row, account):
    table = account(row("F02", "calciner", "1A1b", "output", "calcined_petroleum_coke", 780, "t"), guideline=GUIDELINE)

    assert list(table["tier"]) == [1]
    assert "assumed" in table["factor_source"].iloc[0]
