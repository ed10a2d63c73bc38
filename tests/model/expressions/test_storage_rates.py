"""Rates at which technologies fill and empty a storage in a part of the day."""

from __future__ import annotations

import pytest
from wider_systems import NORTH, lake

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.storage_rates import storage_charge_rate, storage_discharge_rate
from carbonpath.model.solution import empty_model


def test_a_rate_is_an_amount_a_year() -> None:
    model = empty_model(read_model_data(lake()))
    model.activity[NORTH, "turbine", "1", "day", 2020] = 3.0
    model.activity[NORTH, "turbine", "2", "night", 2020] = 1.0

    assert amount(storage_charge_rate(model, NORTH, "lake", "1", "1", "1", 2020)) == pytest.approx(3.0 / 0.5)
    assert amount(storage_charge_rate(model, NORTH, "lake", "1", "1", "2", 2020)) == 0.0
    assert amount(storage_discharge_rate(model, NORTH, "lake", "1", "1", "2", 2020)) == pytest.approx(1.0 / 0.5)
