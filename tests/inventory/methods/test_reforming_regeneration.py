"""Reforming catalyst regenerated in batches, against numbers computed by hand."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError

GUIDELINE = "NDRC-2014-petrochemical"


def test_coke_before_less_coke_after(row, account):
    """100 t x 0.93 x (0.07/0.93 - 0.002/0.998) x 44/12 = 24.98 tCO2."""
    table = account(
        row("F02", "reformer", "1A1b", "input", "reforming_catalyst", 100, "t"),
        row("F02", "reformer", "", "property", "reforming_catalyst_carbon_before", 7, "%"),
        row("F02", "reformer", "", "property", "reforming_catalyst_carbon_after", 0.2, "%"),
        guideline=GUIDELINE,
    )

    expected = 100 * 0.93 * (0.07 / 0.93 - 0.002 / 0.998) * 44 / 12
    assert float(table["value"].sum()) == pytest.approx(expected, rel=1e-12)
    assert expected == pytest.approx(24.98, abs=0.01)
    assert list(table["tier"]) == [3]


def test_without_the_coke_after_the_cell_is_named(row, account):
    catalyst = row("F02", "reformer", "1A1b", "input", "reforming_catalyst", 100, "t")

    with pytest.raises(DataError) as caught:
        account(
            catalyst,
            row("F02", "reformer", "", "property", "reforming_catalyst_carbon_before", 7, "%"),
            guideline=GUIDELINE,
        )

    assert [(problem.code, problem.place) for problem in caught.value.problems] == [("CP-346", catalyst["source"])]
