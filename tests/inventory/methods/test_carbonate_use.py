"""Carbonates of steelworks and desulphurisation, against numbers computed by hand."""

from __future__ import annotations

import pytest


def _sum(table):
    return float(table["value"].sum())


def test_limestone_and_dolomite_of_the_steel_guideline(row, account):
    """100 t x 0.440 + 50 t x 0.476 = 67.8 tCO2 (CETS-AG-03.01 Table A.2)."""
    table = account(
        row("F01", "sinter", "2C1", "input", "limestone", 100, "t"),
        row("F01", "sinter", "2C1", "input", "dolomite", 50, "t"),
    )

    assert _sum(table) == pytest.approx(67.8, rel=1e-12)


def test_dolomite_of_the_predecessor(row, account):
    """50 t x 0.471 = 23.55 tCO2 (NDRC 2013 steel)."""
    dolomite = row("F01", "sinter", "2C1", "input", "dolomite", 50, "t")

    assert _sum(account(dolomite, guideline="NDRC-2013-steel")) == pytest.approx(23.55, rel=1e-12)


def test_desulphurisation_counts_the_carbonate_in_the_agent(row, account):
    """NDRC 2013 power: 1000 t x 0.9 x 0.44 x 1.0 = 396 tCO2."""
    agent = row("F04", "unit_1", "1A1a", "input", "carbonate_caco3", 1000, "t")

    assert _sum(account(agent, guideline="NDRC-2013-power")) == pytest.approx(396, rel=1e-12)


def test_purity_and_calcination_can_be_measured(row, account):
    """1000 t x 0.95 x 0.44 x 0.98 = 409.64 tCO2."""
    table = account(
        row("F04", "unit_1", "1A1a", "input", "carbonate_caco3", 1000, "t"),
        row("F04", "", "", "property", "desulphurisation_carbonate_purity", 95, "%"),
        row("F04", "", "", "property", "carbonate_calcination_fraction", 0.98, ""),
        guideline="NDRC-2013-power",
    )

    assert _sum(table) == pytest.approx(409.64, rel=1e-12)
