"""Rules evaluated on column numbers give the programme of the Pyomo model, row by row."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from levelled_systems import sunny_furnace, winter_heat, with_load_profile
from pyomo.environ import Constraint
from systems import REGION, clean_and_dirty, coal_cap, one_of_everything, plant_to_build, two_equal_furnaces
from wider_systems import lake, two_regions

from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.programme import compile_system
from carbonpath.model.solve import solve
from carbonpath.system.readers.osemosys import read_osemosys
from carbonpath.system.system import System

CASES = Path(__file__).parents[1] / "cases"
SYSTEMS = {
    "one of everything": one_of_everything(),
    "two regions": two_regions(),
    "storage": lake(),
    "sun, battery and a furnace of the year": sunny_furnace(battery=True),
    "a load profile": with_load_profile(sunny_furnace(sale=3.0), "furnace", {"day": 0.9, "night": 0.1}),
    "heat of the winter": winter_heat(),
    "two regions, one of the year": replace(
        two_regions(capacity_factor={}, demand_profile={}), yearly_technologies=("gas",), yearly_commodities=("power",)
    ),
    "a cap": coal_cap(),
    "building": plant_to_build(),
    "ties": two_equal_furnaces(),
    "utopia": read_osemosys(CASES / "utopia"),
    "simplicity": read_osemosys(CASES / "simplicity"),
}


@pytest.mark.parametrize("system", SYSTEMS.values(), ids=SYSTEMS)
def test_arrays_are_those_of_the_pyomo_model(system: System) -> None:
    direct, through_pyomo = compile_system(system), compile_model(build_model(system))

    assert (direct.rows, direct.columns, direct.unused) == (
        through_pyomo.rows,
        through_pyomo.columns,
        through_pyomo.unused,
    )
    for name in ("cost", "row_lower", "row_upper", "column_lower", "column_upper", "integer"):
        assert np.array_equal(getattr(direct, name), getattr(through_pyomo, name)), name
    assert abs(direct.matrix - through_pyomo.matrix).max() <= 1e-14 * abs(direct.matrix).max()
    assert direct.matrix.nnz == through_pyomo.matrix.nnz
    assert direct.constant == through_pyomo.constant


def test_what_is_added_to_the_pyomo_model_is_part_of_its_arrays() -> None:
    model = build_model(clean_and_dirty())
    model.mine = Constraint(expr=model.activity[REGION, "dirty", "1", "annual", 2020] <= 25.0)

    solution = solve(compile_model(model))

    assert solution.objective == pytest.approx((25.0 * 3.0 + 75.0 * 8.0) / 1.05**0.5)
