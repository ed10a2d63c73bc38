"""Sums that do not depend on the order of their terms."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.inventory.totals import total, totals_by


def test_a_small_term_survives_beside_large_ones():
    assert total([1e16, 1.0, -1e16]) == 1.0


@given(st.lists(st.floats(-1e12, 1e12), max_size=30), st.randoms(use_true_random=False))
def test_the_order_changes_no_bit(values, chance):
    shuffled = values[:]
    chance.shuffle(shuffled)

    assert total(values) == total(shuffled)


def test_sums_by_firm_are_sorted_and_exact():
    table = pd.DataFrame({"firm": ["B", "A", "B", "B"], "co2_equivalent": [1e16, 2.0, 1.0, -1e16]})

    assert totals_by(table, ["firm"]).to_dict("records") == [
        {"firm": "A", "co2_equivalent": 2.0},
        {"firm": "B", "co2_equivalent": 1.0},
    ]


def test_nothing_sums_to_nothing():
    assert totals_by(pd.DataFrame({"firm": [], "co2_equivalent": []}), ["firm"]).empty
