"""A small mixed district, recomputed in decimal arithmetic without any code of the inventory."""

from __future__ import annotations

from decimal import Decimal

import pytest

D = Decimal
CARBON = D(44) / D(12)


@pytest.fixture(scope="module")
def district(row):
    """Return the rows of five firms."""
    return (
        row("F01", "oven", "1A1c", "input", "washed_coal", 136.2, "万t"),
        row("F01", "oven", "1A1c", "output", "coke", 100, "万t"),
        row("F01", "oven", "1A1c", "output", "coke_oven_gas", 4.3, "亿m3"),
        row("F01", "oven", "1A1c", "output", "coal_tar_product", 4.1, "万t"),
        row("F01", "oven", "1A1c", "combusted", "coke_oven_gas", 15100.5, "万m3"),
        row("F01", "furnace", "2C1", "input", "coke", 990000, "t"),
        row("F01", "furnace", "2C1", "output", "blast_furnace_gas", 420000, "1e4_nm3"),
        row("F01", "furnace", "2C1", "output", "pig_iron", 2.75e6, "t"),
        row("F01", "furnace", "2C1", "input", "limestone", 12345.6, "t"),
        row("F01", "ccpp", "1A1a", "combusted", "blast_furnace_gas", 400000, "1e4_nm3"),
        row("F01", "", "", "carbon_content_mass", "washed_coal", 0.718, "tC/t"),
        row("F02", "fcc", "1A1b", "input", "fcc_coke", 51480, "t"),
        row("F02", "flare", "1B2", "flared", "refinery_dry_gas", 1300, "t"),
        row("F04", "unit_1", "1A1a", "combusted", "bituminous", 321000.7, "t"),
        row("F04", "unit_1", "", "net_calorific_value", "bituminous", 20.9, "GJ/t"),
        row("F06", "kiln", "2A1", "output", "clinker", 62, "万t"),
        row("F08", "lorries", "1A3b", "combusted", "diesel", 41234.5, "t"),
    )


RULES = {
    "F01": "CETS-AG-03.01-V01-2024",
    "F02": "NDRC-2014-petrochemical",
    "F04": "CETS-AG-01.01-2022",
    "F06": "CETS-AG-02.01-V01-2024",
    "F08": "NDRC-2015-other-industry",
}


def _steelworks() -> D:
    oven_gas, furnace_gas = D("173.854") * D("0.0121"), D("33.0") * D("0.0708")
    coke = D("28.435") * D("0.02942")
    oven = D(1362000) * D("0.718") - D(1000000) * coke - D(43000) * oven_gas
    furnace = D(990000) * coke - D(420000) * furnace_gas
    burnt = D("15100.5") * oven_gas + D(400000) * furnace_gas
    carbon_dioxide = (oven + furnace + burnt) * CARBON - D(41000) * D("2.699") - D(2750000) * D("0.172")
    carbon_dioxide += D("12345.6") * D("0.44")
    energy = D("15100.5") * D("173.854") + D(400000) * D("33.0")
    coke_methane = D(1000000) * D("0.089") * D("1e-3") * D(28)
    return carbon_dioxide + energy * D("1e-6") * (1 * D(28) + D("0.1") * D(265)) + coke_methane


def _refinery() -> D:
    return (D(51480) * D("0.98") + D(1300) * D("46.05") * D("0.0182") * D("0.98")) * CARBON


def _power_plant() -> D:
    energy = D("321000.7") * D("20.9")
    carbon_dioxide = energy * D("0.02618") * D("0.99") * CARBON
    return carbon_dioxide + energy * D("1e-6") * (1 * D(28) + D("1.5") * D(265))


def _lorries() -> D:
    energy = D("41234.5") * D("43.33")
    carbon_dioxide = energy * D("0.0202") * D("0.98") * CARBON
    return carbon_dioxide + energy * D("1e-6") * D("3.9") * (D(28) + D(265))


@pytest.mark.parametrize(
    ("firm", "expected"),
    [
        ("F01", _steelworks()),
        ("F02", _refinery()),
        ("F04", _power_plant()),
        ("F06", D(620000) * D("0.535")),
        ("F08", _lorries()),
    ],
    ids=["steelworks", "refinery", "power plant", "cement", "lorries"],
)
def test_each_firm_agrees_to_a_billionth(account, district, firm, expected):
    table = account(*district, guidelines=RULES, guideline="")

    ours = table.loc[table["firm"] == firm, "co2_equivalent"].tolist()
    assert float(sum(map(D, ours)) / expected) == pytest.approx(1, abs=1e-9)
