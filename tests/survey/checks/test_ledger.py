"""Sold is bought."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.survey.checks.context import CheckContext
from carbonpath.survey.checks.ledger import check_ledger

Activity = Callable[..., pd.DataFrame]


def both_sides(activity: Activity, sold: float, bought: float, unit: str) -> pd.DataFrame:
    sale = activity(("", "sold", "coke_oven_gas", sold, "1e4_nm3"), counterparty="F09")
    purchase = activity(
        ("", "purchased", "coke_oven_gas", bought, unit), firm="F09", counterparty="F01", source="b!表!D9"
    )
    return pd.concat([sale, purchase])


@pytest.mark.parametrize(
    ("bought", "unit", "codes"),
    [
        (100.0, "1e4_nm3", []),
        (0.01, "亿m3", []),
        (100.3, "1e4_nm3", []),
        (90.0, "1e4_nm3", ["CP-295"]),
        (100.0, "GJ", ["CP-295"]),
    ],
    ids=["equal", "equal in another unit", "within the meters", "a tenth lost", "another kind of unit"],
)
def test_gas_that_is_sold_is_bought(activity: Activity, bought: float, unit: str, codes: list[str]) -> None:
    problems = check_ledger(both_sides(activity, 100.0, bought, unit), CheckContext())
    assert [problem.code for problem in problems] == codes
    assert all((p.place, p.details["other"]) == ("表!D4", "b!表!D9") for p in problems)


def test_a_sale_that_nobody_bought_is_named(activity: Activity) -> None:
    rows = both_sides(activity, 100.0, 100.0, "1e4_nm3")
    alone = rows[rows["activity"] == "sold"]
    other = activity(("k", "combusted", "coke", 1.0, "t"), firm="F09")
    (problem,) = check_ledger(pd.concat([alone, other]), CheckContext())
    assert (problem.code, problem.details["seller"], problem.details["buyer"]) == ("CP-297", "F01", "F09")
    assert "焦炉煤气" in problem.told("zh")["message"]


def test_a_purchase_that_nobody_sold_is_named(activity: Activity) -> None:
    rows = both_sides(activity, 100.0, 100.0, "1e4_nm3")
    alone = rows[rows["activity"] == "purchased"]
    (problem,) = check_ledger(pd.concat([alone, activity(("k", "combusted", "coke", 1.0, "t"))]), CheckContext())
    assert (problem.code, problem.place) == ("CP-297", "表!D9")


def test_trade_with_the_world_is_not_in_the_ledger(activity: Activity) -> None:
    assert check_ledger(activity(("", "sold", "coke", 5.0, "t")), CheckContext()) == []


def test_several_sales_are_added_in_one_unit(activity: Activity) -> None:
    rows = both_sides(activity, 60.0, 100.0, "1e4_nm3")
    second = activity(("", "sold", "coke_oven_gas", 4e5, "Nm3"), counterparty="F09")
    assert check_ledger(pd.concat([rows, second]), CheckContext()) == []
    other_kind = activity(("", "sold", "coke_oven_gas", 40.0, "GJ"), counterparty="F09")
    assert [p.code for p in check_ledger(pd.concat([rows, other_kind]), CheckContext())] == ["CP-295"]
