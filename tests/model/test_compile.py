"""Compiling a Pyomo model to arrays."""

from __future__ import annotations

import numpy as np
from systems import REGION, clean_and_dirty, coal_cap, make_system, one_of_everything

from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.compiled import Key


def test_rows_and_columns_have_names_in_the_order_of_declaration() -> None:
    compiled = compile_model(build_model(coal_cap()))

    assert [str(key) for key in compiled.columns] == [
        "activity[district,from_coal,1,annual,2020]",
        "activity[district,from_power,1,annual,2020]",
        "group_activity[district,coal_use,2020]",
    ]
    assert [key.family for key in compiled.rows] == [
        "group_activity_definition",
        "commodity_balance",
        "max_group_activity",
    ]


def test_bounds_say_which_side_a_row_has() -> None:
    compiled = compile_model(build_model(one_of_everything()))

    ceiling = compiled.row_of[Key("max_activity", (REGION, "import", 2020))]
    floor = compiled.row_of[Key("min_activity", (REGION, "furnace", 2020))]
    balance = compiled.row_of[Key("commodity_balance", (REGION, "ore", "day", 2020))]
    assert (compiled.row_lower[ceiling], compiled.row_upper[ceiling]) == (-np.inf, 6.0)
    assert (compiled.row_lower[floor], compiled.row_upper[floor]) == (2.0, np.inf)
    assert (compiled.row_lower[balance], compiled.row_upper[balance]) == (0.0, 0.0)


def test_aggregates_are_free_and_decisions_are_not_negative() -> None:
    compiled = compile_model(build_model(clean_and_dirty(emission_activity_ratio={("clean", "co2", "1"): -1.0})))

    lower = dict(zip((key.family for key in compiled.columns), compiled.column_lower, strict=True))
    assert (lower["activity"], lower["annual_emissions"]) == (0.0, -np.inf)


def test_a_variable_in_no_row_is_listed() -> None:
    system = make_system(
        ["maker", "idler"],
        {"good": "equal"},
        {
            "output_activity_ratio": {("maker", "good", "1"): 1.0},
            "variable_cost": {("maker", "1"): 1.0, ("idler", "1"): 0.0},
            "demand": {("good",): 1.0},
        },
    )

    compiled = compile_model(build_model(system))

    assert [key.place[1] for key in compiled.unused] == ["idler"]
