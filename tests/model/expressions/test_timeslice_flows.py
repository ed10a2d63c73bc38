"""What a technology makes and uses of a commodity in a timeslice."""

from __future__ import annotations

from levelled_systems import sunny_furnace
from systems import REGION

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.timeslice_flows import timeslice_production, timeslice_use
from carbonpath.model.solution import empty_model


def test_ratios_weigh_the_activity_of_the_timeslice() -> None:
    model = empty_model(read_model_data(sunny_furnace()))
    model.activity = dict.fromkeys(model.activity, 10.0)

    assert amount(timeslice_use(model, REGION, "furnace", "power", "day", 2020)) == 1.0
    assert amount(timeslice_production(model, REGION, "sun", "power", "day", 2020)) == 10.0
    assert amount(timeslice_production(model, REGION, "sun", "power", "day", 1999)) == 0.0
