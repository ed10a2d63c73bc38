"""The steelworks as one box against the sum of its process units."""

from __future__ import annotations

import pytest

from carbonpath.inventory.bridge import process_differences
from carbonpath.inventory.build import account_activity
from carbonpath.inventory.enterprise import enterprise_account, steelworks


@pytest.fixture(scope="module")
def works(row):
    """Return a steelworks whose purchases are its use: coal coked, coke and gas used, tar sold, steel made."""
    return (
        row("F01", "", "", "purchased", "washed_coal", 1400, "t", "outside"),
        row("F01", "oven", "1A1c", "input", "washed_coal", 1400, "t"),
        row("F01", "oven", "1A1c", "output", "coke", 1000, "t"),
        row("F01", "oven", "1A1c", "output", "coke_oven_gas", 43, "1e4_nm3"),
        row("F01", "oven", "1A1c", "output", "coal_tar_product", 40, "t"),
        row("F01", "", "", "sold", "coal_tar_product", 40, "t", "outside"),
        row("F01", "furnace", "2C1", "input", "coke", 1000, "t"),
        row("F01", "furnace", "2C1", "output", "pig_iron", 2500, "t"),
        row("F01", "furnace", "2C1", "output", "blast_furnace_gas", 400, "1e4_nm3"),
        row("F01", "converter", "2C1", "input", "pig_iron", 2500, "t"),
        row("F01", "converter", "2C1", "input", "scrap_steel", 300, "t"),
        row("F01", "", "", "purchased", "scrap_steel", 300, "t", "outside"),
        row("F01", "converter", "2C1", "input", "electrode", 1, "t"),
        row("F01", "converter", "2C1", "output", "crude_steel", 2700, "t"),
        row("F01", "sinter", "2C1", "input", "limestone", 200, "t"),
        row("F01", "ccpp", "1A1a", "combusted", "blast_furnace_gas", 400, "1e4_nm3"),
        row("F01", "rolling", "1A2a", "combusted", "coke_oven_gas", 33, "1e4_nm3"),
        row("F01", "", "", "sold", "coke_oven_gas", 10, "1e4_nm3", "F09"),
        row("F09", "", "", "purchased", "coke_oven_gas", 10, "1e4_nm3", "F01"),
        row("F01", "", "", "purchased", "diesel", 5, "t", "outside"),
        row("F01", "vehicles", "1A3e", "combusted", "diesel", 5, "t"),
    )


@pytest.fixture(scope="module")
def rules():
    """Return the guidelines of works and buyer."""
    return {"guidelines": {"F01": "CETS-AG-03.01-V01-2024"}, "guideline": "NDRC-2013-chemical"}


def test_the_equation_of_the_guideline_by_hand(prepare, works, rules):
    """Coal bought less gas sold, limestone, electrode and scrap, less steel made and tar sold; vehicles are outside."""
    activity = prepare(*works, **rules)

    account = enterprise_account(activity, steelworks(activity))

    expected = (1400 * 26.344 * 0.02541 - 10 * 173.854 * 0.0121) * 44 / 12
    expected += 200 * 0.44 + 3.663 + 300 * 0.037 - 2700 * 0.037 - 40 * 2.699
    assert float(account["tco2"].sum()) == pytest.approx(expected, rel=1e-12)
    assert steelworks(activity) == ("F01",)


def test_the_sum_of_the_process_units_agrees(prepare, works, rules):
    activity = prepare(*works, **rules)

    differences = process_differences(account_activity(activity), activity)

    assert float(differences["difference_tco2"].sum()) == pytest.approx(0, abs=1e-9)


def test_coal_put_into_stock_shows_as_a_difference_of_coal(row, prepare, works, rules):
    """100 t more bought than used: 100 x 26.344 x 0.02541 x 44/12."""
    stocked = row("F01", "", "", "purchased", "washed_coal", 100, "t", "outside", source="stock")
    activity = prepare(*works, stocked, **rules)

    differences = process_differences(account_activity(activity), activity).set_index("item")["difference_tco2"]

    assert differences["washed_coal"] == pytest.approx(100 * 26.344 * 0.02541 * 44 / 12)
    assert float(differences.sum()) == pytest.approx(differences["washed_coal"])
