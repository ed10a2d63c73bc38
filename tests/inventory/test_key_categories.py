"""Key categories by level."""

from __future__ import annotations

import pytest

from carbonpath.inventory.key_categories import key_categories


def test_categories_that_reach_95_percent_are_key(row, account):
    """90 %, 8 % and 2 % of the level by 900, 80 and 20 t of clinker-like sources."""
    table = account(
        row("F06", "kiln", "2A1", "output", "clinker", 900 / 0.535, "t"),
        row("F02", "asphalt", "1A1b", "output", "oxidised_asphalt", 80 / 0.05, "t"),
        row("F07", "float", "2A3", "input", "carbonate_na2co3", 20 / 0.4149, "t"),
    )

    found = key_categories(table)

    assert list(found["category"]) == ["2A1", "1A1b", "2A3"]
    assert list(found["level"]) == pytest.approx([0.9, 0.08, 0.02])
    assert list(found["cumulative"]) == pytest.approx([0.9, 0.98, 1.0])
    assert list(found["key"]) == [True, True, False]


def test_uncertain_sources_are_key_by_the_second_approach(row, account):
    """A little N2O at 900 % weighs more than its size."""
    table = account(row("F04", "unit", "1A1a", "combusted", "bituminous", 1000, "t"))

    found = key_categories(table).set_index("gas")

    assert dict(found["key"]) == {"CO2": True, "N2O": False, "CH4": False}
    assert bool(found.loc["N2O", "key_with_uncertainty"])


def test_biogenic_memos_and_zeros_are_no_categories(row, account):
    table = account(
        row("F10", "boiler", "1A1a", "combusted", "biomass_wood", 10, "t"),
        row("F02", "cdu", "1A1b", "input", "crude_oil", 10, "t"),
    )

    assert set(key_categories(table)["gas"]) == {"CH4", "N2O"}
