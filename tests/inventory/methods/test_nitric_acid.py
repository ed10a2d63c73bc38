"""N2O of nitric acid, against numbers computed by hand."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError

GUIDELINE = "NDRC-2013-chemical"


def test_without_abatement(row, account):
    """1000 t x 8.0 kg/t = 8.0 t N2O x 265 (AR5)."""
    table = account(row("F14", "plant", "2B2", "output", "nitric_acid_dual_pressure", 1000, "t"), guideline=GUIDELINE)

    assert (table["gas"].iloc[0], table["value"].iloc[0]) == ("N2O", pytest.approx(8.0, rel=1e-12))
    assert table["co2_equivalent"].iloc[0] == pytest.approx(8.0 * 265, rel=1e-12)


def test_with_abatement_that_runs_part_of_the_time(row, account):
    """1 - 0.85 x 0.9 = 0.235 is left."""
    table = account(
        row("F14", "plant", "2B2", "output", "nitric_acid_dual_pressure", 1000, "t"),
        row("F14", "plant", "", "property", "nitric_acid_destruction_efficiency", 85, "%"),
        row("F14", "plant", "", "property", "nitric_acid_abatement_use", 90, "%"),
        guideline=GUIDELINE,
    )

    assert table["value"].iloc[0] == pytest.approx(8.0 * 0.235, rel=1e-12)
    assert "eta 0.85" in table["factor_source"].iloc[0]


def test_acid_made_in_another_category_is_not_dropped(row, account):
    with pytest.raises(DataError) as caught:
        account(row("F14", "plant", "", "output", "nitric_acid_dual_pressure", 1000, "t"), guideline=GUIDELINE)

    assert [problem.code for problem in caught.value.problems] == ["CP-350"]
