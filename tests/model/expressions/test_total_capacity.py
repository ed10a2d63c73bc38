"""Total capacity is residual capacity and the new capacity still alive."""

from __future__ import annotations

from systems import REGION, plant_to_build

from carbonpath.model.affine import amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.total_capacity import total_capacity
from carbonpath.model.solution import empty_model


def test_old_and_living_new_capacity_are_added() -> None:
    system = plant_to_build(life=2.0, years=(2020, 2021, 2022), residual_capacity={("plant", 2022): 5.0})
    model = empty_model(read_model_data(system))
    model.new_capacity = {(REGION, "plant", 2020): 1.0, (REGION, "plant", 2021): 2.0, (REGION, "plant", 2022): 4.0}

    assert [amount(total_capacity(model, REGION, "plant", year)) for year in (2020, 2021, 2022)] == [1.0, 3.0, 11.0]
