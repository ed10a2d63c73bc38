"""What earlier windows of rolling foresight decided, and what it leaves to the next."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import REGION, clean_and_dirty, old_plant, plant_to_build

from carbonpath.model.data import read_model_data
from carbonpath.model.history import History, window_system
from carbonpath.model.myopic import solve_myopic
from carbonpath.model.solution import empty_model
from carbonpath.system.system import System

YEARS = (2020, 2021, 2022)
SCOPE_1 = {("scope1", "co2"): 1.0}


def after_2020(system: System, family: str, numbers: dict[tuple[object, ...], float]) -> System:
    """Return the system as a window from 2021 sees it, after a first window with these decisions in 2020."""
    data = read_model_data(system)
    history, decided = History(data), vars(empty_model(data))
    decided[family] |= numbers
    history.keep(decided, {2020})
    return window_system(system, history, (2021, 2022))


def value(system: System, name: str, **where: object) -> float:
    table = system.parameter(name)
    for column, wanted in where.items():
        table = table[table[column] == wanted]
    assert len(table) == 1, (name, where)
    return float(table["value"].iloc[0])


def test_what_was_built_stands_for_its_life() -> None:
    system = plant_to_build(life=2.0, years=YEARS, residual_capacity={("plant", 2021): 0.5, ("plant", 2022): 0.5})

    window = after_2020(system, "new_capacity", {(REGION, "plant", 2020): 3.0})

    assert value(window, "residual_capacity", year=2021) == pytest.approx(3.5)
    assert value(window, "residual_capacity", year=2022) == pytest.approx(0.5)


def test_what_was_closed_stays_closed(number: Callable[..., float]) -> None:
    demand = {("good", 2020): 4.0, ("good", 2021): 9.0, ("good", 2022): 9.0}
    system = old_plant(demand=demand, max_retired_capacity={("plant",): 50.0})

    result = solve_myopic(system, sight=1).outcome.result

    assert [number(result, "retired_capacity", year=year) for year in YEARS] == pytest.approx([6.0, 6.0, 6.0])
    assert number(result, "activity", technology="buy", year=2021) == pytest.approx(5.0)


def test_the_build_rate_counts_from_what_stood_in_the_year_before() -> None:
    system = plant_to_build(30.0, YEARS, build_rate={("plant",): 0.5}, build_seed={("plant",): 0.25})

    window = after_2020(system, "total_capacity", {(REGION, "plant", 2020): 3.0})

    assert value(window, "max_new_capacity", year=2021) == pytest.approx(1.75)


def test_a_limit_relative_to_a_year_that_is_over_becomes_a_number() -> None:
    ratios = {("scope1", 2021, 2020): 0.9, ("scope1", 2022, 2020): 0.8, ("scope1", 2022, 2021): 1.0}
    system = clean_and_dirty(YEARS, boundary_weight=SCOPE_1, max_emission_ratio=ratios)

    window = after_2020(system, "boundary_emissions", {(REGION, "scope1", 2020): 50.0})

    assert value(window, "annual_boundary_limit", year=2021) == pytest.approx(45.0)
    assert value(window, "annual_boundary_limit", year=2022) == pytest.approx(40.0)
    assert window.parameter("max_emission_ratio")["reference_year"].tolist() == [2021]


def test_a_stricter_number_that_is_there_stays() -> None:
    system = clean_and_dirty(
        YEARS, max_group_ratio={("dirty_good", 2021, 2020): 0.9}, max_group_activity={("dirty_good",): 7.0}
    )

    window = after_2020(system, "group_activity", {(REGION, "dirty_good", 2020): 50.0})

    assert value(window, "max_group_activity", year=2021) == 7.0


def test_a_budget_of_the_period_is_used_evenly(number: Callable[..., float]) -> None:
    system = clean_and_dirty(YEARS, boundary_weight=SCOPE_1, model_period_boundary_limit={("scope1",): 90.0})

    result = solve_myopic(system, sight=1).outcome.result

    assert [number(result, "boundary_emissions", year=year) for year in YEARS] == pytest.approx([30.0, 30.0, 30.0])


def test_what_a_budget_has_left_is_shared_by_the_years_left(number: Callable[..., float]) -> None:
    demand = {("good", 2020): 10.0, ("good", 2021): 100.0, ("good", 2022): 100.0}
    system = clean_and_dirty(YEARS, demand=demand, max_model_period_group_activity={("dirty_good",): 90.0})

    result = solve_myopic(system, sight=1).outcome.result

    assert [number(result, "activity", technology="dirty", year=y) for y in YEARS] == pytest.approx([10.0, 40.0, 40.0])


@pytest.mark.parametrize(
    ("name", "subject"),
    [("model_period_emission_limit", "co2"), ("max_model_period_activity", "dirty")],
)
def test_budgets_of_an_emission_or_a_technology_are_shared_likewise(
    name: str, subject: str, number: Callable[..., float]
) -> None:
    system = clean_and_dirty(YEARS, **{name: {(subject,): 90.0}})

    result = solve_myopic(system, sight=1).outcome.result

    assert [number(result, "activity", technology="dirty", year=year) for year in YEARS] == pytest.approx([30.0] * 3)
