"""Group activity is the weighted sum of the annual activity of a group's technologies."""

from __future__ import annotations

import pytest
from systems import REGION, one_of_everything

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.group_activity import group_activity
from carbonpath.model.solution import empty_model


def test_members_are_weighed() -> None:
    model = empty_model(read_model_data(one_of_everything()))
    model.activity = dict.fromkeys(model.activity, 10.0)

    assert amount(group_activity(model, REGION, "coal_use", 2020)) == pytest.approx(0.7 * 20.0 + 0.3 * 40.0)
