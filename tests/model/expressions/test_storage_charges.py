"""What a part of the day adds to a storage: over all days of a year, and in one day."""

from __future__ import annotations

import pytest
from wider_systems import NORTH, lake

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.storage_charges import storage_day_charge, storage_net_charge
from carbonpath.model.solution import empty_model


def test_a_year_adds_the_activity_and_a_day_its_part() -> None:
    model = empty_model(read_model_data(lake()))
    model.activity[NORTH, "turbine", "1", "day", 2020] = 3.0
    model.activity[NORTH, "turbine", "2", "day", 2020] = 1.0

    assert amount(storage_net_charge(model, NORTH, "lake", "1", "1", "1", 2020)) == pytest.approx(3.0 - 1.0)
    assert amount(storage_day_charge(model, NORTH, "lake", "1", "1", "1", 2020)) == pytest.approx((6.0 - 2.0) / 730.0)
