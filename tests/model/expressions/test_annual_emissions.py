"""Annual emissions are the emissions of all technologies."""

from __future__ import annotations

import pytest
from systems import REGION, one_of_everything

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.annual_emissions import annual_emissions
from carbonpath.model.solution import empty_model


def test_technologies_are_added() -> None:
    model = empty_model(read_model_data(one_of_everything()))
    model.activity = dict.fromkeys(model.activity, 10.0)

    assert amount(annual_emissions(model, REGION, "co2", 2021)) == pytest.approx((1.8 + 1.2) * 20.0)
