"""Glass batch, against numbers computed by hand."""

from __future__ import annotations

import pytest

GUIDELINE = "NDRC-2013-flat-glass"


def test_carbonates_and_carbon_powder(row, account):
    """200 t x 0.4149 + 100 t x 0.4397 + 50 t x 0.4773 + 1 t x 44/12 = 154.4817 tCO2."""
    table = account(
        row("F07", "float", "2A3", "input", "carbonate_na2co3", 200, "t"),
        row("F07", "float", "2A3", "input", "carbonate_caco3", 100, "t"),
        row("F07", "float", "2A3", "input", "carbonate_camg_co3_2", 50, "t"),
        row("F07", "float", "2A3", "input", "carbon_powder", 1, "t"),
        row("F07", "float", "2A3", "input", "silica_sand", 600, "t"),
        guideline=GUIDELINE,
    )

    assert float(table["value"].sum()) == pytest.approx(82.98 + 43.97 + 23.865 + 44 / 12, rel=1e-12)


def test_calcination_can_be_measured_and_spares_the_powder(row, account):
    """(200 t x 0.4149) x 0.95 + 1 t x 44/12."""
    table = account(
        row("F07", "float", "2A3", "input", "carbonate_na2co3", 200, "t"),
        row("F07", "float", "2A3", "input", "carbon_powder", 1, "t"),
        row("F07", "", "", "property", "carbonate_calcination_fraction", 95, "%"),
        guideline=GUIDELINE,
    )

    assert float(table["value"].sum()) == pytest.approx(82.98 * 0.95 + 44 / 12, rel=1e-12)
