"""Sums, ratios and completed years."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.core.errors import VerificationError
from carbonpath.indicators.rows import complete, ratio, require_equal, stack, sum_by


def table(*rows: tuple[int, float], item: str = "a") -> pd.DataFrame:
    told = [{"scenario": "s", "region": "r", "item": item, "year": year, "value": value} for year, value in rows]
    return pd.DataFrame(told)


def test_complete_adds_zeros_and_changes_no_number(make):
    tables = make([("activity", "F01.A", "", year, 1.0) for year in (2020, 2021, 2022)], scenario="s")

    filled = complete(table((2021, 5.0)), tables)

    assert filled["value"].tolist() == [0.0, 5.0, 0.0]


def test_ratio_leaves_out_years_without_denominator():
    found = ratio(table((2020, 3.0), (2021, 3.0), (2022, 3.0)), table((2020, 6.0), (2021, 0.0)))

    assert found[["year", "value"]].values.tolist() == [[2020, 0.5]]


def test_sum_by_keeps_the_columns_asked_for():
    both = pd.concat([table((2020, 1.0)), table((2020, 2.0), item="b")])

    assert sum_by(both)["value"].tolist() == [3.0]
    assert sum_by(both, "item")["value"].tolist() == [1.0, 2.0]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(table((2020, 1.00001)), id="differing"),
        pytest.param(table((2021, 1.0)), id="of another year"),
        pytest.param(table((2020, float("nan"))), id="not a number"),
    ],
)
def test_sums_that_disagree_stop(other):
    with pytest.raises(VerificationError):
        require_equal(table((2020, 1.0)), other, "CP-724")


def test_sums_that_agree_to_a_millionth_pass():
    require_equal(table((2020, 36.0)), table((2020, 36.0 + 1e-6)), "CP-724")


def test_a_stack_of_nothing_is_an_empty_table():
    assert stack([]).empty
