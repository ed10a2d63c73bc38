"""Totals of firms, sectors and the district."""

from __future__ import annotations

import math

import pytest

from carbonpath.inventory.aggregate import summarise
from carbonpath.inventory.build import account_activity


@pytest.fixture(scope="module")
def summary(row, prepare):
    """Return the summary of a plant that sells power to a mill, which also buys from the grid."""
    activity = prepare(
        row("F04", "unit", "1A1a", "combusted", "bituminous", 1000, "t", sector="power"),
        row("F04", "", "", "sold", "electricity", 1500, "MWh", "F05", sector="power"),
        row("F05", "", "", "purchased", "electricity", 1500, "MWh", "F04", sector="cement"),
        row("F05", "", "", "purchased", "electricity", 500, "MWh", "outside", sector="cement"),
        row("F05", "mill", "1A2f", "combusted", "natural_gas", 10, "1e4_nm3", sector="cement"),
        row("F05", "lorries", "1A3b", "combusted", "diesel", 1, "t", sector="transport"),
        row("F05", "burner", "1A2f", "combusted", "biomass_wood", 10, "t", sector="cement"),
        row("F05", "mill", "1A2f", "combusted", "natural_gas", 99, "1e4_nm3", sector="cement", year=2021),
        guideline="CETS-AG-01.01-2022",
        region="hubei",
    )
    return summarise(account_activity(activity), activity, 2020)


def test_the_district_counts_its_import_and_no_sale_within(summary):
    """500 MWh x 0.316 (Hubei 2020) = 158 tCO2; the mill alone has 2000 MWh."""
    assert summary.scope2_tco2e == pytest.approx(158)
    assert {one.firm: one.scope2_tco2e for one in summary.firms} == pytest.approx({"F04": 0, "F05": 632})


def test_firms_and_sectors_and_gases_each_add_up_to_scope_one(summary):
    for parts in (
        [one.scope1_tco2e for one in summary.firms],
        [one.scope1_tco2e for one in summary.sectors],
        list(summary.gases_tco2e.values()),
    ):
        assert math.fsum(parts) == pytest.approx(summary.scope1_tco2e, rel=1e-12)
    assert summary.total_tco2e == summary.scope1_tco2e + summary.scope2_tco2e


def test_sectors_are_of_facilities_and_firms_have_one(summary):
    assert [one.sector for one in summary.sectors] == ["cement", "power", "transport"]
    assert {one.firm: one.sector for one in summary.firms} == {"F04": "power", "F05": "cement"}


def test_biomass_is_beside_the_total(summary):
    """10 t x 15.6 x 0.0305 x 44/12."""
    assert summary.biogenic_tco2 == pytest.approx(10 * 15.6 * 0.0305 * 44 / 12)


def test_the_json_has_the_promised_keys(summary):
    told = summary.as_json()

    assert list(told) == [
        "year", "boundary", "total_tco2e", "scope1_tco2e", "scope2_tco2e", "uncertainty_pct", "firms",
    ]  # fmt: skip
    assert list(told["firms"][0]) == ["firm", "sector", "scope1_tco2e", "scope2_tco2e"]
    assert told["boundary"] == "scope1+import"
    assert 0 < told["uncertainty_pct"] < 10


def test_energy_and_coal_by_firm(summary):
    """1000 t of coal at the standard-coal factor 0.7143 tce/t, less 1500 MWh x 0.1229 tce/MWh sold."""
    assert summary.coal_tce == pytest.approx({"F04": 714.3})
    assert summary.energy_tce["F04"] == pytest.approx(714.3 - 1500 * 0.1229)


def test_a_year_without_data_is_zero(row, prepare):
    activity = prepare(row("F04", "unit", "1A1a", "combusted", "bituminous", 1000, "t"))

    empty = summarise(account_activity(activity), activity, 1999)

    assert (empty.total_tco2e, empty.uncertainty_pct, empty.firms) == (0.0, 0.0, ())
