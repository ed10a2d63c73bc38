"""Compliance by hand: carry-over, pre-allocation, offsets, what must be bought."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.indicators.ets_compliance import close_year, compliance_table
from carbonpath.reference.allowances import load_allowances

RULES = load_allowances()


def account(*years, market="national_power"):
    """Return the compliance of one firm, given year, emissions and allowances in Mt, by year."""
    rows = [{"firm": "F04", "market": market, "year": y, "emissions": e, "allowances": a} for y, e, a in years]
    return compliance_table(pd.DataFrame(rows), RULES).set_index("year")


def test_what_is_left_covers_the_shortfall_of_a_later_year():
    table = account((2022, 1.0, 1.3), (2023, 1.0, 0.9))

    assert table.loc[2022, "closing"] == pytest.approx(0.3)
    assert table.loc[2023, ["opening", "used", "must_buy", "closing"]].tolist() == pytest.approx([0.3, 0.1, 0.0, 0.2])


def test_offsets_cover_at_most_five_percent_of_what_is_due():
    """Measures of 2020, article 29: 1 Mt due, 0.08 missing, 0.05 by offsets, 0.03 to be bought."""
    row = account((2023, 1.0, 0.92)).loc[2023]

    assert (row["offset_limit"], row["must_buy"]) == (pytest.approx(0.05), pytest.approx(0.03))


@pytest.mark.parametrize(
    ("left", "carried", "sold"),
    [(8_000, 8_000, 0), (510_000, 310_000, 200_000)],
    ids=["within the base", "1.5 for each one sold"],
)
def test_the_end_of_2024_asks_to_sell_before_the_rest_is_carried(left, carried, sold):
    """Plan of 2023 and 2024, annex 5: T = 10000 + 1.5 NS; of 510 000, 200 000 sold let 310 000 be carried."""
    closing = close_year(left, "national", 2024, RULES)

    assert closing == pytest.approx((carried, sold, 0.0))


def test_nothing_has_to_be_sold_in_other_years():
    assert close_year(510_000, "national", 2026, RULES) == (510_000, 0.0, 0.0)


def test_the_pilot_carries_nothing_over():
    table = account((2023, 1.0, 1.2), (2024, 1.0, 0.9), market="pilot")

    assert table["closing"].tolist() == [0.0, 0.0]
    assert table.loc[2023, "sold"] == pytest.approx(0.2)
    assert table.loc[2024, "must_buy"] == pytest.approx(0.05)


@pytest.mark.parametrize(
    ("market", "year", "share"),
    [
        ("national_power", 2024, 0.7),
        ("national_power", 2026, 0.5),
        ("national_steel", 2025, 0.7),
        ("national_steel", 2026, 0.5),
    ],
    ids=["power by its plan", "power by the draft", "steel by its plan", "steel by the draft"],
)
def test_pre_allocation_follows_the_year_before(market, year, share):
    row = account((year - 1, 2.0, 2.0), (year, 1.0, 1.0), market=market).loc[year]

    assert (row["pre_allocation"], row["pre_allocation_known"]) == (pytest.approx(2.0 * share), "yes")


def test_steel_is_issued_nothing_in_advance_in_2024():
    row = account((2024, 1.0, 1.0), market="national_steel").loc[2024]

    assert (row["pre_allocation"], row["pre_allocation_known"]) == (0.0, "yes")


@pytest.mark.parametrize(
    ("market", "year"),
    [("pilot", 2025), ("national_power", 2020), ("national_power", 2024)],
    ids=["pilot", "early", "first"],
)
def test_pre_allocation_without_a_rule_or_a_year_before_is_not_known(market, year):
    assert account((year, 1.0, 1.0), market=market).loc[year, "pre_allocation_known"] == ""


def test_markets_of_the_nation_are_one_account():
    rows = [("national_power", 1.0, 0.9), ("national_steel", 5.0, 5.2), ("pilot", 0.3, 0.3)]
    table = compliance_table(
        pd.DataFrame([{"firm": "F01", "market": m, "year": 2026, "emissions": e, "allowances": a} for m, e, a in rows]),
        RULES,
    ).set_index("account")

    assert table.loc["national", "closing"] == pytest.approx(0.1)
    assert table.loc["pilot", "emissions"] == pytest.approx(0.3)


def test_nothing_is_lost():
    table = account((2022, 1.0, 1.5), (2023, 1.0, 1.5), (2024, 1.0, 1.1), (2025, 1.0, 0.4))
    covered = (table["emissions"] - table["allowances"]).clip(lower=0.0)
    surplus = (table["allowances"] - table["emissions"]).clip(lower=0.0)

    assert (
        table["opening"] + surplus - table["used"] - table["sold"] - table["lapsed"] - table["closing"]
    ).abs().max() < 2e-6
    assert (table["used"] <= covered + 1e-12).all()
