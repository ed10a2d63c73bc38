"""Key categories by level and by trend."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.inventory.key_categories import key_categories, key_trends


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


def _years(*values):
    rows = [
        {"category": category, "gas": "CO2", "scope": 1, "year": year, "co2_equivalent": value, "firm": "F01",
         "facility": "", "item": category, "source": f"{category}{year}", "factor_source": category,
         "activity_uncertainty": 3.0, "factor_lower": -4.0, "factor_upper": 4.0}
        for category, base, now in values
        for year, value in ((2020, base), (2022, now))
    ]  # fmt: skip
    return pd.DataFrame(rows)


def test_trend_of_the_categories():
    """Base 100 + 50, now 130 + 50: total +20 %. T = 100/150 x |0.3 - 0.2| and 50/150 x |0 - 0.2|: equal shares."""
    table = key_trends(_years(("1A1a", 100, 130), ("2C1", 50, 50)), 2020, 2022).set_index("category")

    assert table.loc["1A1a", "trend"] == pytest.approx(0.5)
    assert table.loc["2C1", "trend"] == pytest.approx(0.5)
    assert list(table["uncertainty"]) == pytest.approx([5, 5])
    assert table["key"].all()


def test_a_category_that_moves_with_the_total_is_not_key():
    table = key_trends(_years(("1A1a", 100, 120), ("2C1", 50, 80), ("2A1", 50, 40)), 2020, 2022)

    moved = table.set_index("category")["trend"]
    assert moved["1A1a"] == pytest.approx(0, abs=1e-12)
    assert list(table["key"]) == [True, True, False]


def test_a_category_that_the_base_year_does_not_have():
    """Equation 4.3: |30 / 100|, beside 1 x |0.1 - 0.4| of the other."""
    table = key_trends(_years(("1A1a", 100, 110), ("2C1", 0, 30)), 2020, 2022).set_index("category")

    assert table.loc["2C1", "trend"] == pytest.approx(0.5)
