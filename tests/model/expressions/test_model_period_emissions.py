"""Emissions of the period are the annual emissions of all years."""

from __future__ import annotations

from wider_systems import NORTH, two_regions

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.model_period_emissions import model_period_emissions
from carbonpath.model.solution import empty_model


def test_years_are_added() -> None:
    model = empty_model(read_model_data(two_regions()))
    model.annual_emissions = dict.fromkeys(model.annual_emissions, 3.0)

    assert amount(model_period_emissions(model, NORTH, "co2")) == 6.0
