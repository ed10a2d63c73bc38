"""Numbers are finite, of a possible sign, and stand once."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from systems import clean_and_dirty

from carbonpath.system.checks.values import check_values


def test_sane_system_is_accepted() -> None:
    assert check_values(clean_and_dirty(max_activity={("dirty",): 0.0})) == []


@pytest.mark.parametrize(
    ("name", "index", "value", "bound"),
    [
        pytest.param("variable_cost", ("dirty", "1"), math.nan, "-inf < x < inf", id="no number"),
        pytest.param("max_activity", ("dirty",), math.inf, "-inf < x < inf", id="infinite"),
        pytest.param("output_activity_ratio", ("dirty", "good", "1"), 0.0, "> 0", id="flow of nothing"),
        pytest.param("operational_life", ("dirty",), 0.0, "> 0", id="no life"),
        pytest.param("demand", ("good",), -1.0, ">= 0", id="demand below zero"),
        pytest.param("max_capacity", ("dirty",), -1.0, ">= 0", id="limit below zero"),
        pytest.param("availability_factor", ("dirty",), 1.1, "<= 1", id="more than the year"),
    ],
)
def test_impossible_number_is_told(name: str, index: tuple[str, ...], value: float, bound: str) -> None:
    (problem,) = check_values(clean_and_dirty(**{name: {index: value}}))

    assert (problem.code, problem.file, problem.value) == ("CP-225", f"small.csv:{name}", f"{value:g}")
    assert problem.place.startswith(f"{name}[district, {index[0]}")
    assert problem.details["bound"] == bound


def test_negative_emission_and_cost_are_credits() -> None:
    credited = clean_and_dirty(
        emission_activity_ratio={("clean", "co2", "1"): -1.0}, variable_cost={("clean", "1"): -5.0}
    )

    assert check_values(credited) == []


def test_number_that_stands_twice_is_told() -> None:
    system = clean_and_dirty()
    demand = system.parameter("demand")

    (problem,) = check_values(system.with_parameters({"demand": pd.concat([demand, demand], ignore_index=True)}))

    assert (problem.code, problem.value) == ("CP-222", "demand[district, good, 2020]")
