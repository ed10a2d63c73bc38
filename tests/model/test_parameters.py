"""Parameters of a system as sparse dictionaries."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from systems import REGION, clean_and_dirty, parameter, plant_to_build

from carbonpath.core.errors import DataError, VerificationError
from carbonpath.model.parameters import told_index
from carbonpath.model.system_parameters import read_parameters


def test_only_rows_that_exist_are_read() -> None:
    parameters = read_parameters(clean_and_dirty())

    assert parameters["demand"] == {(REGION, "good", 2020): 100.0}
    assert parameters["max_activity"] == {}


def test_years_outside_the_horizon_are_left_out() -> None:
    system = replace(plant_to_build(years=(2020, 2021)), years=(2021,))

    assert set(read_parameters(system)["demand"]) == {(REGION, "good", 2021)}


def test_a_table_without_a_row_within_the_horizon_says_nothing() -> None:
    system = replace(plant_to_build(years=(2020, 2021)), years=(2030,))

    assert read_parameters(system)["demand"] == {}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_a_value_that_is_not_finite_is_refused_with_its_place_and_source(value: float) -> None:
    with pytest.raises(DataError) as raised:
        read_parameters(clean_and_dirty(variable_cost={("clean", "1"): value}))

    problem = raised.value.problems[0]
    assert (problem.code, problem.file) == ("CP-212", "small.csv:variable_cost")
    assert problem.place == f"variable_cost[{REGION},clean,1,2020]"


def test_an_index_given_twice_is_refused() -> None:
    rows = parameter("demand", {("good",): 100.0}, (2020,))
    system = clean_and_dirty().with_parameters({"demand": pd.concat([rows, rows])})

    with pytest.raises(VerificationError) as raised:
        read_parameters(system)

    assert [problem.code for problem in raised.value.problems] == ["CP-711"]


def test_an_index_is_told_as_a_reader_writes_it() -> None:
    assert told_index("demand", ("r", "steel", 2030)) == "demand[r,steel,2030]"
