"""Distinct keys of amounts."""

from __future__ import annotations

import numpy as np


def test_rows_that_share_everything_a_factor_depends_on_share_a_key(row, prepare):
    keys = prepare(
        row("F01", "oven", "1A1c", "input", "washed_coal", 1, "t"),
        row("F01", "oven", "1A1c", "input", "washed_coal", 2, "万t", source="another month"),
        row("F01", "oven", "1A1c", "input", "washed_coal", 3, "t", year=2021),
    ).keys

    assert len(keys) == 2
    assert list(keys.year[keys.positions]) == [2020, 2020, 2021]


def test_some_amounts_keep_only_the_keys_that_they_have(row, prepare):
    activity = prepare(
        row("F01", "oven", "1A1c", "input", "washed_coal", 1, "t"),
        row("F01", "oven", "1A1c", "output", "coke", 2, "t"),
        row("F02", "fcc", "1A1b", "input", "fcc_coke", 3, "t"),
    )

    some = activity.where(np.array([True, False, True]))

    assert list(some.keys.item[some.keys.positions]) == list(some.rows["item"])
    assert len(some.keys) == 2
    assert list(some.carbon.value) == list(activity.carbon.value[[0, 2]])
