"""Total storage capacity is what stood before the horizon, and what was built and is still alive."""

from __future__ import annotations

from wider_systems import NORTH, two_regions

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.total_storage_capacity import total_storage_capacity
from carbonpath.model.solution import empty_model


def test_old_and_living_new_capacity_are_added() -> None:
    model = empty_model(read_model_data(two_regions(storage_life={(NORTH, "lake"): 1.0})))
    model.new_storage_capacity = {(NORTH, "lake", 2020): 5.0, (NORTH, "lake", 2021): 7.0}

    assert [amount(total_storage_capacity(model, NORTH, "lake", year)) for year in (2020, 2021)] == [6.0, 8.0]
