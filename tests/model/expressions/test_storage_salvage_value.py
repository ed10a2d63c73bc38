"""Storage salvage value is the share of an investment in storage that outlives the horizon."""

from __future__ import annotations

import pytest
from wider_systems import NORTH, two_regions

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.storage_salvage_value import storage_salvage_value
from carbonpath.model.solution import empty_model


def test_it_is_the_part_that_the_sinking_fund_has_not_paid_back() -> None:
    model = empty_model(read_model_data(two_regions()))
    model.new_storage_capacity = dict.fromkeys(model.new_storage_capacity, 1.0)
    expected = 10.0 * (1.0 - (1.03**2 - 1.0) / (1.03**50 - 1.0))

    assert amount(storage_salvage_value(model, NORTH, "lake", 2020)) == pytest.approx(expected)


def test_nothing_is_left_of_what_does_not_outlive_the_horizon() -> None:
    model = empty_model(read_model_data(two_regions(storage_life={(NORTH, "lake"): 1.0})))
    model.new_storage_capacity = dict.fromkeys(model.new_storage_capacity, 1.0)

    assert amount(storage_salvage_value(model, NORTH, "lake", 2021)) == 0.0
