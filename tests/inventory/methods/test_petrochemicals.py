"""Refineries and crackers, against numbers computed by hand."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError

GUIDELINE = "NDRC-2014-petrochemical"


def _sum(table):
    return float(table["value"].sum())


@pytest.mark.parametrize("coke", ["fcc_coke", "reforming_coke", "decoking_coke"])
def test_coke_burnt_off(row, account, coke):
    """1000 t x 1.0 x 0.98 x 44/12 = 3593.33 tCO2."""
    table = account(row("F02", "fcc", "1A1b", "input", coke, 1000, "t"), guideline=GUIDELINE)

    assert _sum(table) == pytest.approx(1000 * 0.98 * 44 / 12, rel=1e-12)


def test_carbon_and_oxidation_of_coke_can_be_measured(row, account):
    """1000 t x 0.93 x 0.99 x 44/12."""
    table = account(
        row("F02", "fcc", "1A1b", "input", "fcc_coke", 1000, "t"),
        row("F02", "fcc", "", "carbon_content_mass", "fcc_coke", 93, "%"),
        row("F02", "fcc", "", "oxidation_factor", "fcc_coke", 99, "%"),
        guideline=GUIDELINE,
    )

    assert _sum(table) == pytest.approx(1000 * 0.93 * 0.99 * 44 / 12, rel=1e-12)


def test_decoking_gas_by_volume_fractions(row, account):
    """50 x 10^4 Nm3 x (0.08 + 0.01) x 19.7 = 88.65 tCO2; percent and fraction are the same number."""
    gas = row("F03", "furnace", "2B8", "output", "decoking_gas", 50, "1e4_nm3")
    table = account(
        gas,
        row("F03", "", "", "property", "decoking_gas_co2_fraction", 8, "%"),
        row("F03", "", "", "property", "decoking_gas_co_fraction", 0.01, "1"),
        guideline=GUIDELINE,
    )

    assert _sum(table) == pytest.approx(88.65, rel=1e-12)


def test_decoking_gas_without_composition_names_the_cell(row, account):
    gas = row("F03", "furnace", "2B8", "output", "decoking_gas", 50, "1e4_nm3")

    with pytest.raises(DataError) as caught:
        account(gas, guideline=GUIDELINE)

    assert [(problem.code, problem.place) for problem in caught.value.problems] == [("CP-344", gas["source"])]


def test_oxidised_asphalt(row, account):
    """1000 t x 0.05 = 50 tCO2."""
    asphalt = row("F02", "asphalt", "1A1b", "output", "oxidised_asphalt", 1000, "t")

    assert _sum(account(asphalt, guideline=GUIDELINE)) == pytest.approx(50, rel=1e-12)
