"""Fuel bought within the district keeps the carbon of its maker."""

from __future__ import annotations

import pytest

from carbonpath.inventory.specification import Specification

RULES = Specification(guidelines={"F01": "CETS-AG-03.01-V01-2024"}, default_guideline="NDRC-2013-chemical")


def _carbon_of_buyer(table):
    return float(table.loc[(table["firm"] == "F09") & (table["gas"] == "CO2"), "value"].sum())


@pytest.fixture
def trade(row):
    return (
        row("F01", "", "", "sold", "coke_oven_gas", 10, "1e4_nm3", "F09"),
        row("F09", "", "", "purchased", "coke_oven_gas", 10, "1e4_nm3", "F01"),
        row("F09", "boiler", "1A1a", "combusted", "coke_oven_gas", 10, "1e4_nm3"),
    )


def test_the_default_of_the_seller_serves_the_buyer(account, trade):
    """10 x 173.854 x 0.0121 (CETS, the seller) instead of 0.0136 (chemical family, the buyer) x 0.99 x 44/12."""
    table = account(*trade, guidelines=RULES.guidelines, guideline=RULES.default_guideline)

    assert _carbon_of_buyer(table) == pytest.approx(10 * 173.854 * 0.0121 * 0.99 * 44 / 12, rel=1e-12)


def test_what_the_seller_measured_serves_the_buyer(row, account, trade):
    measured = row("F01", "", "", "carbon_content", "coke_oven_gas", 0.0125, "tC/GJ")

    table = account(*trade, measured, guidelines=RULES.guidelines, guideline=RULES.default_guideline)

    assert _carbon_of_buyer(table) == pytest.approx(10 * 173.854 * 0.0125 * 0.99 * 44 / 12, rel=1e-12)


def test_what_the_buyer_measured_comes_first(row, account, trade):
    measured = row("F09", "", "", "carbon_content_mass", "coke_oven_gas", 2.0, "tC/1e4_nm3")

    table = account(*trade, measured, guidelines=RULES.guidelines, guideline=RULES.default_guideline)

    assert _carbon_of_buyer(table) == pytest.approx(10 * 2.0 * 0.99 * 44 / 12, rel=1e-12)


def test_two_suppliers_leave_the_buyer_with_its_own_table(row, account, trade):
    second = row("F09", "", "", "purchased", "coke_oven_gas", 1, "1e4_nm3", "outside")

    table = account(*trade, second, guidelines=RULES.guidelines, guideline=RULES.default_guideline)

    assert _carbon_of_buyer(table) == pytest.approx(10 * 173.854 * 0.0136 * 0.99 * 44 / 12, rel=1e-12)
