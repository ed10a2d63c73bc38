"""Lime kilns, against numbers computed by hand."""

from __future__ import annotations

import pytest

GENERAL = "GB/T 32150-2025"


def _sum(table):
    return float(table["value"].sum())


def test_carbonates_charged(row, account):
    """1000 t x 0.440 + 200 t x 0.476 = 535.2 tCO2 (CETS-AG-03.01 Table A.2); the lime is not counted again."""
    table = account(
        row("F01", "kiln", "2A2", "input", "limestone", 1000, "t"),
        row("F01", "kiln", "2A2", "input", "dolomite", 200, "t"),
        row("F01", "kiln", "2A2", "output", "lime", 650, "t"),
    )

    assert _sum(table) == pytest.approx(535.2, rel=1e-12)
    assert table.loc[table["item"] == "lime", "factor_source"].iloc[0] == "counted with the carbonates charged"


@pytest.mark.parametrize(
    ("guideline", "lime", "factor"),
    [
        (GENERAL, "lime", 0.683),
        (GENERAL, "lime_dolomitic", 0.77),
        (GENERAL, "lime_hydraulic", 0.59),
        ("IPCC-2006", "lime", 0.75 * 1.02),
    ],
    ids=["provincial", "dolomitic", "hydraulic", "IPCC with kiln dust"],
)
def test_lime_of_a_kiln_that_reports_no_carbonates(row, account, guideline, lime, factor):
    table = account(row("F11", "kiln", "2A2", "output", lime, 100, "t"), guideline=guideline)

    assert _sum(table) == pytest.approx(100 * factor, rel=1e-12)


def test_each_kiln_and_year_is_judged_alone(row, account):
    table = account(
        row("F11", "kiln_1", "2A2", "input", "limestone", 100, "t"),
        row("F11", "kiln_1", "2A2", "output", "lime", 56, "t", year=2021),
        row("F11", "kiln_2", "2A2", "output", "lime", 56, "t"),
        guideline=GENERAL,
    )

    assert _sum(table) == pytest.approx(44 + 2 * 56 * 0.683, rel=1e-12)
