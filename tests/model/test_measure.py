"""Measuring what parameter values move, and checking it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from systems import growing_demand, one_of_everything, plant_to_build

from carbonpath.model.compiled import Key
from carbonpath.model.measure import build_map, check_map
from carbonpath.model.parameter_map import Cell, ParameterMap
from carbonpath.model.parameters import Values
from carbonpath.model.system_parameters import read_parameters
from carbonpath.system.system import System

COST = [Key("total_discounted_cost", ("district",))]
STRUCTURAL = {"operational_life", "discount_rate", "capacity_of_unit"}
"""Parameters that no programme is affine in."""


def cells_of(system: System, *names: str) -> list[Cell]:
    return sorted(
        (name, index) for name, values in read_parameters(system).items() if name in names for index in values
    )


def mapped(system: System, *names: str, far: Sequence[Mapping[str, Values]] = ()) -> ParameterMap:
    return build_map(system, read_parameters(system), cells_of(system, *names), COST, far)


@cache
def map_of(name: str) -> ParameterMap:
    """Return the map of one parameter of a system that has all, tried at 0.5 and 2 times its values."""
    ends = [scaled(one_of_everything(), (name,), factor) for factor in (0.5, 2.0)]
    return mapped(one_of_everything(), name, far=ends)


def scaled(system: System, names: tuple[str, ...], factor: float) -> dict[str, Values]:
    parameters = dict(read_parameters(system))
    return parameters | {name: {i: factor * v for i, v in parameters[name].items()} for name in names}


def moved(system: System, names: tuple[str, ...], seed: int) -> dict[str, Values]:
    rng = np.random.default_rng(seed)
    parameters = dict(read_parameters(system))
    for name in names:
        parameters[name] = {index: value * rng.uniform(0.5, 2.0) for index, value in parameters[name].items()}
    return parameters


NAMES = tuple(
    name
    for name, values in read_parameters(one_of_everything()).items()
    if values and name not in STRUCTURAL and not name.endswith("_ratio_share")
)


@pytest.mark.parametrize("name", NAMES)
def test_a_parameter_moved_in_place_is_the_programme_compiled_anew_or_is_given_up(name: str) -> None:
    system = one_of_everything()
    found = map_of(name)

    assert found.given_up or check_map(found, system, moved(system, (name,), 1))


def test_most_parameters_can_be_moved_in_place() -> None:
    given_up = {name for name in NAMES if map_of(name).given_up}

    assert given_up <= {
        *("capacity_to_activity", "availability_factor", "boundary_weight", "build_rate", "build_seed"),
        *("residual_capacity", "timeslice_share"),
    }


def test_a_number_that_bends_between_here_and_the_ends_is_given_up() -> None:
    """An availability above 1 counts as 1: near 0.9 all is straight, at twice that it is not."""
    system, name = one_of_everything(), "availability_factor"

    assert not mapped(system, name).given_up
    assert mapped(system, name, far=[scaled(system, (name,), 2.0)]).given_up == {name}


def test_an_end_at_which_coefficients_vanish_is_no_reason_to_give_up() -> None:
    system, name = growing_demand(), "output_activity_ratio"

    assert not mapped(system, name, far=[scaled(system, (name,), 0.0)]).given_up


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_many_parameters_moved_together_agree_at_random_points(seed: int) -> None:
    system, names = one_of_everything(), ("variable_cost", "demand", "emission_price", "input_activity_ratio")
    found = mapped(system, *names)

    assert not found.given_up
    assert check_map(found, system, moved(system, names, seed))


@pytest.mark.parametrize("name", ["operational_life", "discount_rate"])
def test_a_parameter_that_bends_or_changes_rows_is_given_up(name: str) -> None:
    assert mapped(plant_to_build(), name, "capital_cost").given_up == {name}


def test_a_factor_of_another_is_given_up_together_with_it() -> None:
    found = mapped(one_of_everything(), "capacity_to_activity", "availability_factor", "demand")

    assert "demand" not in found.given_up
    assert check_map(found, one_of_everything(), moved(one_of_everything(), ("demand",), 1))


def test_a_value_of_zero_can_be_moved_from_zero() -> None:
    system = growing_demand(emission_price={("co2",): 0.0})
    there = {**read_parameters(system), "emission_price": dict.fromkeys(read_parameters(system)["emission_price"], 7.0)}

    assert check_map(mapped(system, "emission_price"), system, there)


def test_a_map_with_a_wrong_slope_is_found_out() -> None:
    found = mapped(growing_demand(), "demand")
    slopes = {name: replace(slope, matrix=slope.matrix * 1.5) for name, slope in found.slopes.items()}

    assert not check_map(replace(found, slopes=slopes), growing_demand(), moved(growing_demand(), ("demand",), 1))
