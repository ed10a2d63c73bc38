"""A year leaves in a storage what it found there and what all parts of its days added."""

from __future__ import annotations

import pytest
from wider_systems import NORTH, lake

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.storage_end_level import storage_end_level
from carbonpath.model.solution import empty_model


def test_a_year_leaves_what_it_found_and_added() -> None:
    model = empty_model(read_model_data(lake()))
    model.storage_level[NORTH, "lake", 2020] = 5.0
    model.activity[NORTH, "turbine", "1", "day", 2020] = 3.0
    model.activity[NORTH, "turbine", "2", "night", 2020] = 1.0

    assert amount(storage_end_level(model, NORTH, "lake", 2020)) == pytest.approx(5.0 + 3.0 - 1.0)
