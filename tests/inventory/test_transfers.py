"""The ledger between firms closes, and what crosses the border is left."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbonpath.inventory.transfers import check_transfers, district_trade, transfer_ledger

FIRMS = frozenset(("F01", "F05", "F09"))


def _codes(problems):
    return [(problem.code, problem.severity) for problem in problems]


def test_both_sides_of_a_sale_stand_in_one_row(row, prepare):
    """10 x 10^4 Nm3 of coke oven gas hold 10 x 173.854 x 0.0121 = 21.036 tC on both sides."""
    ledger = transfer_ledger(
        prepare(
            row("F01", "", "", "sold", "coke_oven_gas", 10, "1e4_nm3", "F09"),
            row("F09", "", "", "purchased", "coke_oven_gas", 0.1, "百万m3", "F01"),
        )
    )

    entry = ledger.iloc[0]
    assert (entry["seller"], entry["buyer"]) == ("F01", "F09")
    assert (entry["sold"], entry["bought"]) == (10, 10)
    assert entry["sold_carbon"] == entry["bought_carbon"] == pytest.approx(21.036334)


def test_a_closed_ledger_has_no_problem(row, prepare, factors):
    activity = prepare(
        row("F01", "", "", "sold", "heat_steam", 100, "GJ", "F05"),
        row("F05", "", "", "purchased", "heat_steam", 100, "GJ", "F01"),
        row("F05", "", "", "sold", "ggbs", 100, "t", "outside"),
    )

    assert check_transfers(transfer_ledger(activity), FIRMS, factors) == []


@pytest.mark.parametrize(
    ("bought", "expected"),
    [(99.95, []), (98.0, [("CP-360", "warning")]), (50.0, [("CP-360", "error")]), (0.0, [("CP-360", "error")])],
    ids=["meters differ a little", "meters differ", "half is missing", "the buyer says nothing"],
)
def test_a_gap_is_a_warning_and_a_wide_one_an_error(row, prepare, factors, bought, expected):
    activity = prepare(
        row("F01", "", "", "sold", "heat_steam", 100, "GJ", "F05"),
        row("F05", "", "", "purchased", "heat_steam", bought, "GJ", "F01"),
    )

    assert _codes(check_transfers(transfer_ledger(activity), FIRMS, factors)) == expected


def test_different_carbon_on_the_two_sides_is_told(row, prepare, factors):
    activity = prepare(
        row("F01", "", "", "sold", "coke_oven_gas", 10, "1e4_nm3", "F09"),
        row("F09", "", "", "purchased", "coke_oven_gas", 10, "1e4_nm3", "F01"),
        row("F09", "", "", "carbon_content", "coke_oven_gas", 0.0136, "tC/GJ"),
    )

    problems = check_transfers(transfer_ledger(activity), FIRMS, factors)

    assert _codes(problems) == [("CP-361", "warning")]
    assert "21.0" in problems[0].told("en")["message"]


def test_a_counterparty_that_does_not_report_is_told(row, prepare, factors):
    activity = prepare(row("F01", "", "", "sold", "heat_steam", 100, "GJ", "F77"))

    problems = check_transfers(transfer_ledger(activity), FIRMS, factors)

    assert _codes(problems) == [("CP-362", "warning")]
    assert "F77" in problems[0].told("zh")["message"]


def test_the_border_of_the_district(row, prepare):
    trade = district_trade(
        prepare(
            row("F01", "", "", "purchased", "coke", 100, "t", "outside"),
            row("F05", "", "", "purchased", "coke", 20, "t", "outside"),
            row("F01", "", "", "sold", "coke", 5, "t", "outside"),
            row("F01", "", "", "sold", "coke", 7, "t", "F05"),
        )
    )

    assert trade.to_dict("records") == [{"item": "coke", "year": 2020, "base": "t", "imported": 120.0, "exported": 5.0}]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(sorted(FIRMS)), st.sampled_from(sorted(FIRMS)), st.floats(1, 1e6)), max_size=8)
)
def test_a_ledger_of_honest_firms_always_closes(row, prepare, factors, deals):
    rows = [
        line
        for number, (seller, buyer, amount) in enumerate(deals)
        if seller != buyer
        for line in (
            row(seller, "", "", "sold", "coke", amount, "t", buyer, source=f"s{number}"),
            row(buyer, "", "", "purchased", "coke", amount / 1e4, "万t", seller, source=f"b{number}"),
        )
    ]

    assert check_transfers(transfer_ledger(prepare(*rows)), FIRMS, factors) == []
