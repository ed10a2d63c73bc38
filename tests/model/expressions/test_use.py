"""Use is input per unit of activity times activity."""

from __future__ import annotations

import pytest
from systems import REGION, one_of_everything

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.use import use
from carbonpath.model.solution import empty_model


def test_only_the_mode_that_uses_counts() -> None:
    model = empty_model(read_model_data(one_of_everything()))
    model.activity = dict.fromkeys(model.activity, 10.0)

    assert amount(use(model, REGION, "plant", "ore", 2020)) == pytest.approx(1.4 * 20.0)
