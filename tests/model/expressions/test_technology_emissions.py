"""Technology emissions are the emission per unit of activity times activity."""

from __future__ import annotations

import pytest
from systems import REGION, one_of_everything

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.technology_emissions import technology_emissions
from carbonpath.model.solution import empty_model


def test_emission_follows_activity() -> None:
    model = empty_model(read_model_data(one_of_everything()))
    model.activity = dict.fromkeys(model.activity, 10.0)

    assert amount(technology_emissions(model, REGION, "furnace", "co2", 2020)) == pytest.approx(1.8 * 20.0)
