"""Sulphur recovery, against numbers computed by hand."""

from __future__ import annotations

import pytest

GUIDELINE = "NDRC-2014-petrochemical"


@pytest.mark.parametrize(("fraction", "expected"), [(None, 0.2), (5, 0.05)], ids=["default", "measured"])
def test_carbon_dioxide_of_the_acid_gas(row, account, fraction, expected):
    """100 x 10^4 Nm3 x 0.20 x 19.7 = 394 tCO2 (40 CFR 98.253(f), equation Y-12, default mole fraction)."""
    rows = [row("F02", "sulphur", "1A1b", "input", "acid_gas", 100, "1e4_nm3")]
    if fraction is not None:
        rows.append(row("F02", "sulphur", "", "property", "acid_gas_co2_fraction", fraction, "%"))

    table = account(*rows, guideline=GUIDELINE)

    assert float(table["value"].sum()) == pytest.approx(100 * expected * 19.7, rel=1e-12)
