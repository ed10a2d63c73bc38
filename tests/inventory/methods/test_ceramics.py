"""Ceramics and brick, against numbers computed by hand."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError

GUIDELINE = "NDRC-2013-ceramics"


def test_carbonates_of_the_clay(row, account):
    """1000 t x 0.9 x (8 % x 0.440 + 2 % x 0.522) = 41.076 tCO2."""
    table = account(
        row("F12", "tunnel_kiln", "2A4a", "input", "ceramic_clay", 1000, "t"),
        row("F12", "", "", "property", "ceramic_clay_caco3_content", 8, "%"),
        row("F12", "", "", "property", "ceramic_clay_mgco3_content", 2, "%"),
        guideline=GUIDELINE,
    )

    assert float(table["value"].sum()) == pytest.approx(41.076, rel=1e-12)
    assert "recalled" in table["factor_source"].iloc[0]


def test_one_content_is_enough(row, account):
    table = account(
        row("F12", "kiln", "2A4a", "input", "ceramic_clay", 1000, "t"),
        row("F12", "", "", "property", "ceramic_clay_caco3_content", 8, "%"),
        guideline=GUIDELINE,
    )

    assert float(table["value"].sum()) == pytest.approx(1000 * 0.9 * 0.08 * 0.44, rel=1e-12)


def test_a_glaze_of_pure_carbonate_is_carbonate_use(row, account):
    table = account(row("F12", "kiln", "2A4a", "input", "carbonate_caco3", 10, "t"), guideline=GUIDELINE)

    assert (table["method"].iloc[0], float(table["value"].sum())) == ("carbonate_use", pytest.approx(4.397))


def test_clay_without_analysis_names_its_cell(row, account):
    clay = row("F12", "kiln", "2A4a", "input", "ceramic_clay", 1000, "t")

    with pytest.raises(DataError) as caught:
        account(clay, guideline=GUIDELINE)

    assert [(problem.code, problem.place) for problem in caught.value.problems] == [("CP-346", clay["source"])]


def test_clay_in_a_category_without_method_is_not_dropped(row, account):
    with pytest.raises(DataError) as caught:
        account(row("F12", "kiln", "", "input", "ceramic_clay", 1000, "t"), guideline=GUIDELINE)

    assert [problem.code for problem in caught.value.problems] == ["CP-350"]
