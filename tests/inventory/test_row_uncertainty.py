"""Which uncertainty serves which row."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("category", "activity", "item", "quality", "of_activity", "of_factor"),
    [
        ("1A1a", "combusted", "bituminous", "measured", 1, 5.4),
        ("1A2a", "combusted", "bituminous", "invoiced", 3, 5.4),
        ("1A2a", "combusted", "bituminous", "estimated", 10, 5.4),
        ("1A3b", "combusted", "diesel", "invoiced", 5, 2),
        ("2C1", "input", "coke", "measured", 5, 11),
        ("2C1", "input", "scrap_steel", "measured", 5, 10),
        ("2C1", "input", "limestone", "measured", 5, 5),
        ("2A1", "output", "clinker", "measured", 2, 5),
        ("1A2a", "combusted", "kerosene", "measured", 3, 2.6),
        ("1A2a", "combusted", "coal_gangue", "measured", 3, 7),
    ],
)
def test_by_category_quality_and_item(row, account, category, activity, item, quality, of_activity, of_factor):
    table = account(row("F01", "unit", category, activity, item, 1, "t", quality=quality))

    first = table.iloc[0]
    assert (first["activity_uncertainty"], first["factor_uncertainty"]) == (of_activity, of_factor)
    assert first["uncertainty"] == pytest.approx((of_activity**2 + of_factor**2) ** 0.5)


def test_measured_carbon_narrows_the_factor(row, account):
    table = account(
        row("F01", "unit", "2C1", "input", "coke", 1, "t"),
        row("F01", "", "", "carbon_content_mass", "coke", 0.85, "tC/t"),
    )

    assert list(table["factor_uncertainty"]) == [5]


def test_the_larger_side_of_an_asymmetric_interval_serves(row, account):
    """N2O of combustion: -90 % to +900 %."""
    table = account(row("F01", "unit", "1A2a", "combusted", "diesel", 1, "t")).set_index("gas")

    assert table.loc["N2O", "factor_uncertainty"] == 900
