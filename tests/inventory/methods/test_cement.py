"""Clinker, against numbers computed by hand."""

from __future__ import annotations

import pytest

CETS = "CETS-AG-02.01-V01-2024"
NDRC = "NDRC-2013-cement"


def _sum(table):
    return float(table["value"].sum())


@pytest.mark.parametrize(
    ("clinker", "factor"),
    [("clinker", 0.535), ("clinker_white", 0.55), ("clinker_sulfoaluminate", 0.413), ("clinker_aluminate", 0.292)],
)
def test_clinker_by_kind(row, account, clinker, factor):
    table = account(row("F06", "kiln", "2A1", "output", clinker, 1, "万t"), guideline=CETS)

    assert _sum(table) == pytest.approx(1e4 * factor, rel=1e-12)


def test_clinker_by_analysis(row, account):
    """(0.65 - 0.01) x 44/56 + (0.02 - 0.005) x 1.1 = 0.519357 tCO2/t."""
    table = account(
        row("F06", "kiln", "2A1", "output", "clinker", 1000, "t"),
        row("F06", "", "", "property", "cao_in_clinker", 65, "%"),
        row("F06", "", "", "property", "cao_not_from_carbonate", 0.01, "1"),
        row("F06", "", "", "property", "mgo_in_clinker", 0.02, "1"),
        row("F06", "", "", "property", "mgo_not_from_carbonate", 0.005, "1"),
        guideline=NDRC,
    )

    assert _sum(table) == pytest.approx(1000 * (0.64 * 44 / 56 + 0.015 * 1.1), rel=1e-12)
    assert table["tier"].iloc[0] == 3
    assert "FR10 0.01" in table["factor_source"].iloc[0]


def test_alternative_raw_materials_are_deducted(row, account):
    """1000 t clinker x 0.535 - 100 t carbide slag x 0.48 = 487 tCO2."""
    table = account(
        row("F06", "kiln", "2A1", "output", "clinker", 1000, "t"),
        row("F06", "kiln", "2A1", "input", "carbide_slag", 100, "t"),
        guideline=CETS,
    )

    assert _sum(table) == pytest.approx(487, rel=1e-12)


def test_kiln_dust_and_raw_meal_count_under_the_predecessor_only(row, account):
    """NDRC 2013: (1000 + 20) t x 0.535 + 1500 t x 0.001 x 44/12 = 551.2 tCO2; CETS: 535."""
    rows = (
        row("F06", "kiln", "2A1", "output", "clinker", 1000, "t"),
        row("F06", "kiln", "2A1", "output", "cement_kiln_dust", 20, "t"),
        row("F06", "kiln", "2A1", "input", "raw_meal", 1500, "t"),
    )

    assert _sum(account(*rows, guideline=NDRC)) == pytest.approx(551.2, rel=1e-12)
    assert _sum(account(*rows, guideline=CETS)) == pytest.approx(535, rel=1e-12)


def test_limestone_of_the_kiln_is_counted_with_the_clinker(row, account):
    table = account(
        row("F06", "kiln", "2A1", "output", "clinker", 1000, "t"),
        row("F06", "kiln", "2A1", "input", "limestone", 1300, "t"),
        guideline=CETS,
    )

    limestone = table[table["item"] == "limestone"].iloc[0]
    assert _sum(table) == pytest.approx(535, rel=1e-12)
    assert (limestone["value"], limestone["factor_source"]) == (0, "counted with the clinker")
