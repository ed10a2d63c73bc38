"""Emissions within a boundary are the emissions that it counts, each with its weight."""

from __future__ import annotations

import pytest
from systems import REGION, clean_and_dirty

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.boundary_emissions import boundary_emissions
from carbonpath.model.solution import empty_model


def test_each_emission_counts_with_its_weight() -> None:
    model = empty_model(read_model_data(clean_and_dirty(boundary_weight={("co2e", "co2"): 28.0})))
    model.annual_emissions = dict.fromkeys(model.annual_emissions, 10.0)

    assert amount(boundary_emissions(model, REGION, "co2e", 2020)) == pytest.approx(280.0)
