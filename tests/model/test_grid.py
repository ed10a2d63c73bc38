"""Where technologies stand and run, as arrays."""

from __future__ import annotations

import numpy as np
from systems import REGION, one_of_everything, plant_to_build

from carbonpath.model.data import read_model_data
from carbonpath.model.grid import Grid, anywhere
from carbonpath.system.system import System


def grid_of(system: System) -> Grid:
    return read_model_data(system).sets.grid


def test_places_are_named_in_the_order_of_the_array() -> None:
    grid = grid_of(one_of_everything())

    told = grid.places(anywhere(grid.runs, 3), "region", "technology", "year")
    assert list(told) == sorted(told)
    assert (REGION, "plant", 2020) in told


def test_a_parameter_is_spread_over_its_dimensions() -> None:
    grid = grid_of(plant_to_build(capital_cost={("plant", 2021): 7.0}))

    spread = grid.spread("capital_cost", np.nan)
    assert spread[grid.at(region=REGION, technology="plant", year=2021)] == 7.0
    assert np.isnan(spread).sum() == spread.size - 1


def test_a_demand_knows_whether_something_makes_its_commodity() -> None:
    grid = grid_of(one_of_everything())

    assert grid.supplied("demand").all()
