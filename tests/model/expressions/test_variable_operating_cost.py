"""Variable operating cost is variable cost times activity."""

from __future__ import annotations

import pytest
from systems import REGION, one_of_everything

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.variable_operating_cost import variable_operating_cost
from carbonpath.model.solution import empty_model


def test_only_the_mode_that_costs_counts() -> None:
    model = empty_model(read_model_data(one_of_everything()))
    model.activity = dict.fromkeys(model.activity, 10.0)

    assert amount(variable_operating_cost(model, REGION, "plant", 2020)) == pytest.approx(90.0 * 20.0)
