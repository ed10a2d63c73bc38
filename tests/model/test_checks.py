"""Checks before anything is built."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from systems import clean_and_dirty, make_system, parameter, plant_to_build

from carbonpath.core.errors import InfeasibleError, VerificationError
from carbonpath.model.data import read_model_data
from carbonpath.system.system import System


def first_problem(system: System, error: type[Exception] = VerificationError) -> tuple[str, str, str]:
    with pytest.raises(error) as raised:
        read_model_data(system)
    problem = raised.value.problems[0]  # type: ignore[attr-defined]
    return problem.code, problem.place, problem.value


def test_a_demand_that_nothing_makes_names_the_commodity() -> None:
    system = make_system(["user"], {"steel": "equal"}, {"demand": {("steel",): 5.0}}, years=(2020, 2021))

    assert first_problem(system, InfeasibleError) == ("CP-510", "demand[district,steel,2020-2021]", "steel")


def test_a_capacity_limit_below_what_stands_is_named() -> None:
    system = plant_to_build(residual_capacity={("plant",): 2.0}, max_capacity={("plant", 2021): 1.5})

    assert first_problem(system, InfeasibleError) == ("CP-513", "max_capacity[district,plant,2021]", "1.5")


def test_a_floor_on_what_cannot_be_built_is_named() -> None:
    system = plant_to_build(capital_cost={("plant", 2021): 100.0}, min_new_capacity={("plant", 2020): 1.0})

    assert first_problem(system, InfeasibleError) == ("CP-514", "min_new_capacity[district,plant,2020]", "1")


def test_an_unknown_name_is_named_with_its_dimension() -> None:
    assert first_problem(clean_and_dirty(max_activity={("dirtier",): 1.0})) == ("CP-710", "max_activity", "dirtier")


def test_a_technology_that_can_be_built_needs_a_life() -> None:
    system = plant_to_build().with_parameters({"operational_life": parameter("operational_life", {}, ())})

    assert first_problem(system) == ("CP-712", "operational_life", "district, plant")


def test_a_region_needs_a_discount_rate() -> None:
    system = clean_and_dirty().with_parameters({"discount_rate": parameter("discount_rate", {}, ())})

    assert first_problem(system) == ("CP-712", "discount_rate", "district")


def test_a_unit_of_capacity_that_is_no_yearly_amount_needs_a_conversion() -> None:
    system = plant_to_build()
    technologies = system.technologies.assign(capacity_unit=["MW", ""])

    assert first_problem(replace(system, technologies=technologies)) == ("CP-712", "capacity_to_activity", "plant")


def test_capacity_data_of_a_technology_without_capacity_would_be_lost() -> None:
    assert first_problem(clean_and_dirty(residual_capacity={("clean",): 3.0})) == (
        "CP-713",
        "residual_capacity",
        "clean",
    )


def test_years_must_follow_each_other() -> None:
    assert first_problem(replace(clean_and_dirty(), years=(2020, 2022))) == ("CP-714", "years", "2020, 2022")


def test_timeslices_must_fill_the_year() -> None:
    assert first_problem(replace(clean_and_dirty(), timeslices={"day": 0.5, "night": 0.4}))[0] == "CP-715"


def test_a_negative_demand_is_refused() -> None:
    assert first_problem(clean_and_dirty(demand={("good",): -1.0})) == ("CP-716", "demand[district,good,2020]", "-1")


def test_an_entity_given_twice_is_named() -> None:
    system = clean_and_dirty()
    groups = pd.concat([system.groups, system.groups.head(1)])

    assert first_problem(replace(system, groups=groups)) == ("CP-711", "groups[clean_good,clean]", "")


def test_a_way_to_balance_that_is_unknown_is_named() -> None:
    system = clean_and_dirty()

    assert first_problem(replace(system, commodities=system.commodities.assign(balance="maybe"))) == (
        "CP-717",
        "good",
        "maybe",
    )


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(VerificationError) as raised:
        read_model_data(clean_and_dirty(demand={("good",): -1.0}, max_activity={("dirtier",): 1.0}))

    assert [problem.code for problem in raised.value.problems] == ["CP-710", "CP-716"]
