"""Emission cost is the emission price times what is emitted beyond free allowances."""

from __future__ import annotations

import pytest
from systems import REGION, one_of_everything

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.annual_emissions import annual_emissions
from carbonpath.model.expressions.emission_cost import emission_cost, total_emission_cost
from carbonpath.model.expressions.free_allowances import free_allowances
from carbonpath.model.solution import empty_model


def test_allowances_are_taken_off() -> None:
    model = empty_model(read_model_data(one_of_everything()))
    model.activity = dict.fromkeys(model.activity, 10.0)

    assert amount(emission_cost(model, REGION, "furnace", "co2", 2020)) == pytest.approx(50.0 * (1.8 - 0.9) * 20.0)


def test_the_total_is_the_sum_over_technologies() -> None:
    model = empty_model(read_model_data(one_of_everything()))
    model.activity = dict.fromkeys(model.activity, 10.0)
    place = REGION, "co2", 2020
    model.annual_emissions = {place: amount(annual_emissions(model, *place))}
    model.free_allowances = {place: amount(free_allowances(model, *place))}

    each = [amount(emission_cost(model, REGION, technology, "co2", 2020)) for technology in ("furnace", "plant")]
    assert amount(total_emission_cost(model, *place)) == pytest.approx(sum(each))
