"""Intervals of firms, sectors, district and trend."""

from __future__ import annotations

import numpy as np
import pytest

from carbonpath.inventory.build import account_activity
from carbonpath.inventory.intervals import COLUMNS, uncertainty_table


@pytest.fixture
def activity(row, prepare):
    """Return two firms in two years: one burns more coal, one buys power."""
    rows = [
        row(firm, "boiler", "1A1a", "combusted", fuel, amount, "t", year=year, sector=sector,
            source=f"{firm}-{year}!{fuel}")
        for year, grown in ((2020, 1.0), (2022, 1.1))
        for firm, fuel, amount, sector in (("F01", "bituminous", 1000 * grown, "power"), ("F02", "diesel", 50, "heat"))
    ]  # fmt: skip
    bought = [row("F02", "", "", "purchased", "electricity", 500, "MWh", "outside", year=year) for year in (2020, 2022)]
    return prepare(*rows, *bought, guideline="NDRC-2015-other-industry")


@pytest.fixture
def table(activity):
    emissions = account_activity(activity)
    return uncertainty_table(emissions, activity, (2020, 2022), np.random.default_rng(1), 20_000)


def test_district_sectors_and_firms_stand_in_this_order(table):
    assert list(table.columns) == list(COLUMNS)
    assert list(table["level"]) == ["district", "sector", "sector", "firm", "firm"]
    assert list(table["name"]) == ["", "heat", "power", "F01", "F02"]


def test_the_district_counts_its_import(table, activity):
    emissions = account_activity(activity)
    scope1 = emissions.loc[(emissions["scope"] == 1) & (emissions["year"] == 2022), "co2_equivalent"].sum()

    district, *parts = table.to_dict("records")
    assert district["tco2e"] == pytest.approx(scope1 + 500 * 0.5366)
    assert sum(part["tco2e"] for part in parts if part["level"] == "firm") == pytest.approx(scope1)


def test_both_approaches_are_close_where_intervals_are_nearly_symmetric(table):
    coal = table.set_index("name").loc["F01"]

    assert coal["upper_pct"] == pytest.approx(coal["approach_1_pct"], rel=0.15)
    assert coal["change_pct"] == pytest.approx(10)
    assert coal["change_lower_pct"] < 10 < coal["change_upper_pct"]
    assert (coal["change_upper_pct"] - coal["change_lower_pct"]) / 2 == pytest.approx(coal["change_1_pct"], rel=0.1)


def test_one_year_has_no_change(activity):
    table = uncertainty_table(account_activity(activity), activity, (2020, 2020), np.random.default_rng(1), 100)

    assert set(table["change_pct"]) == set(table["change_upper_pct"]) == {0.0}
