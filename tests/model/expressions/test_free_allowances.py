"""Free allowances are those per unit of activity times annual activity, and the fixed ones."""

from __future__ import annotations

import pytest
from systems import REGION, clean_and_dirty, one_of_everything

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.free_allowances import free_allowances
from carbonpath.model.solution import empty_model


def test_every_mode_receives() -> None:
    model = empty_model(read_model_data(one_of_everything()))
    model.activity = dict.fromkeys(model.activity, 10.0)

    assert amount(free_allowances(model, REGION, "co2", 2021)) == pytest.approx(0.9 * 20.0 + 0.8 * 40.0)


def test_fixed_ones_are_added() -> None:
    model = empty_model(
        read_model_data(clean_and_dirty(fixed_allowance={("clean", "co2"): 3.0, ("dirty", "co2"): 4.0}))
    )

    assert amount(free_allowances(model, REGION, "co2", 2020)) == pytest.approx(7.0)
