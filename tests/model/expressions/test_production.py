"""Production is output per unit of activity times activity."""

from __future__ import annotations

import pytest
from systems import REGION, one_of_everything

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.production import production
from carbonpath.model.solution import empty_model


def test_each_mode_makes_by_its_own_ratio() -> None:
    model = empty_model(read_model_data(one_of_everything()))
    model.activity = dict.fromkeys(model.activity, 10.0)

    assert amount(production(model, REGION, "plant", "good", 2020)) == pytest.approx((1.0 + 0.9) * 20.0)
