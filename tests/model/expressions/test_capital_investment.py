"""Capital investment is capital cost times new capacity."""

from __future__ import annotations

import pytest
from systems import REGION, one_of_everything

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.capital_investment import capital_investment
from carbonpath.model.solution import empty_model


def test_what_is_built_is_paid() -> None:
    model = empty_model(read_model_data(one_of_everything()))
    model.new_capacity = dict.fromkeys(model.new_capacity, 10.0)

    assert amount(capital_investment(model, REGION, "plant", 2020)) == pytest.approx(9000.0)
