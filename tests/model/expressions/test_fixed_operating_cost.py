"""Fixed operating cost is fixed cost times total capacity."""

from __future__ import annotations

import pytest
from systems import REGION, one_of_everything

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.fixed_operating_cost import fixed_operating_cost
from carbonpath.model.solution import empty_model


def test_capacity_is_paid_for_standing() -> None:
    model = empty_model(read_model_data(one_of_everything()))
    model.total_capacity = dict.fromkeys(model.total_capacity, 10.0)

    assert amount(fixed_operating_cost(model, REGION, "plant", 2020)) == pytest.approx(200.0)
