"""Storage investment is storage capital cost times new storage capacity."""

from __future__ import annotations

from wider_systems import NORTH, two_regions

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.storage_investment import storage_investment
from carbonpath.model.solution import empty_model


def test_what_is_built_is_paid() -> None:
    model = empty_model(read_model_data(two_regions()))
    model.new_storage_capacity = dict.fromkeys(model.new_storage_capacity, 4.0)

    assert amount(storage_investment(model, NORTH, "lake", 2021)) == 40.0
