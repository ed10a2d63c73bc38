"""Annual activity is the activity of all modes and timeslices of a year."""

from __future__ import annotations

from systems import REGION, one_of_everything

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.annual_activity import annual_activity, mode_activity, weighted_activity
from carbonpath.model.solution import empty_model


def test_modes_and_timeslices_are_added() -> None:
    model = empty_model(read_model_data(one_of_everything()))
    for rank, index in enumerate(index for index in model.activity if index[1] == "plant" and index[-1] == 2020):
        model.activity[index] = 10.0**rank

    assert amount(annual_activity(model, REGION, "plant", 2020)) == 1111.0
    assert amount(annual_activity(model, REGION, "plant", 2021)) == 0.0
    assert len(mode_activity(model, REGION, "plant", "2", 2020)) == 2


def test_what_cannot_run_has_no_activity() -> None:
    model = empty_model(read_model_data(one_of_everything()))

    assert annual_activity(model, REGION, "plant", 1999).terms == []


def test_ratios_weigh_the_modes_that_have_one() -> None:
    model = empty_model(read_model_data(one_of_everything()))
    model.activity = dict.fromkeys(model.activity, 1.0)

    assert (
        amount(weighted_activity(model, {(REGION, "plant", "x", "2", 2020): 0.25}, (REGION, "plant", "x", 2020))) == 0.5
    )
