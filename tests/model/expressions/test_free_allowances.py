"""Free allowances are the allowances per unit of activity times annual activity."""

from __future__ import annotations

import pytest
from systems import REGION, one_of_everything

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.free_allowances import free_allowances
from carbonpath.model.solution import empty_model


def test_every_mode_receives() -> None:
    model = empty_model(read_model_data(one_of_everything()))
    model.activity = dict.fromkeys(model.activity, 10.0)

    assert amount(free_allowances(model, REGION, "co2", 2021)) == pytest.approx(0.9 * 20.0 + 0.8 * 40.0)
