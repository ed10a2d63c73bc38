"""Several named futures at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from systems import REGION, clean_and_dirty, make_system

from carbonpath.core.errors import InfeasibleError, UsageError
from carbonpath.model.futures import Future, solve_futures
from carbonpath.model.run import solve_system
from carbonpath.system.change import Change
from carbonpath.system.system import System


def plant_or_import() -> System:
    """Return 1 Mt of demand a year from a plant (150 million CNY per Mt/y, one year) or from imports."""
    return make_system(
        {"plant": "Mt/y", "import": ""},
        {"good": "equal"},
        {
            "output_activity_ratio": {("plant", "good", "1"): 1.0, ("import", "good", "1"): 1.0},
            "variable_cost": {("import", "1"): 100.0},
            "capital_cost": {("plant",): 150.0},
            "operational_life": {("plant",): 1.0},
            "demand": {("good",): 1.0},
        },
        years=(2020, 2021),
        discount_rate=0.0,
    )


def price(name: str, probability: float, value: float) -> Future:
    return Future(name, probability, (Change("variable_cost", {"technology": "import"}, "set", value),))


def test_the_plan_is_best_on_average_and_knowing_is_worth_the_rest(number: Callable[..., float]) -> None:
    """Imports at 20 or at 300: building costs 150 in any case, importing 160 on average, knowing which 85 a year."""
    found = solve_futures(plant_or_import(), [price("low", 0.5, 20.0), price("high", 0.5, 300.0)])

    assert found.expected_cost == pytest.approx(2 * 150.0)
    assert found.foreseen_cost == pytest.approx({"low": 2 * 20.0, "high": 2 * 150.0})
    assert found.value_of_information == pytest.approx(2 * (150.0 - 85.0))
    for plan in found.plans.values():
        assert number(plan.result, "new_capacity", year=2020) == pytest.approx(1.0)


def test_operation_differs_where_it_pays(number: Callable[..., float]) -> None:
    dear_to_run = Change(
        "variable_cost", {"region": REGION, "technology": "plant", "mode": "1", "year": 2020}, "set", 900.0
    )
    futures = [price("high", 0.9, 300.0), Future("strike", 0.1, (dear_to_run,))]

    found = solve_futures(plant_or_import(), futures)

    run = {name: number(plan.result, "activity", technology="plant", year=2020) for name, plan in found.plans.items()}
    built = {name: number(plan.result, "new_capacity", year=2020) for name, plan in found.plans.items()}
    assert run == pytest.approx({"high": 1.0, "strike": 0.0})
    assert built == pytest.approx({"high": 1.0, "strike": 1.0})


def test_after_the_future_is_known_investments_differ(number: Callable[..., float]) -> None:
    futures = [price("low", 0.5, 20.0), price("high", 0.5, 300.0)]

    found = solve_futures(plant_or_import(), futures, until=2020)

    built = {name: number(plan.result, "new_capacity", year=2021) for name, plan in found.plans.items()}
    assert built == pytest.approx({"low": 0.0, "high": 1.0})
    assert found.value_of_information == pytest.approx(150.0 - 85.0)
    assert found.shared == 1


@given(chance=st.floats(0.05, 0.95), low=st.floats(10.0, 140.0), high=st.floats(160.0, 400.0))
@settings(max_examples=8, deadline=None)
def test_knowing_is_never_worth_less_than_nothing(chance: float, low: float, high: float) -> None:
    found = solve_futures(plant_or_import(), [price("low", chance, low), price("high", 1.0 - chance, high)])

    importing, building = chance * low + (1.0 - chance) * high, 150.0
    assert found.expected_cost == pytest.approx(2 * min(importing, building))
    assert found.value_of_information >= -1e-6
    weighed = [chance * found.plans["low"].objective, (1.0 - chance) * found.plans["high"].objective]
    assert sum(weighed) == pytest.approx(found.expected_cost)


def test_one_certain_future_is_least_cost() -> None:
    found = solve_futures(plant_or_import(), [Future("certain", 1.0, ())])

    alone = solve_system(plant_or_import(), scenario="certain")
    assert found.value_of_information == pytest.approx(0.0)
    assert found.plans["certain"].result.equals(alone.result)
    assert found.plans["certain"].duals.equals(alone.duals)


@pytest.mark.parametrize(
    "chances",
    [(0.5, 0.4), (1.2, -0.2), (1.0, 0.0)],
    ids=["not one in all", "negative", "impossible"],
)
def test_probabilities_must_be_probabilities(chances: tuple[float, float]) -> None:
    futures = [price(name, chance, 1.0) for name, chance in zip("ab", chances, strict=True)]

    with pytest.raises(UsageError, match="CP-624"):
        solve_futures(plant_or_import(), futures)


def test_futures_that_allow_no_common_investment_are_told() -> None:
    def built(amount: float, kind: str) -> tuple[Change, ...]:
        where: dict[str, str | int] = {"region": REGION, "technology": "plant", "year": 2020}
        return (Change(kind, where, "set", amount),)

    futures = [Future("ban", 0.5, built(0.1, "max_new_capacity")), Future("duty", 0.5, built(0.5, "min_new_capacity"))]

    with pytest.raises(InfeasibleError) as raised:
        solve_futures(plant_or_import(), futures)

    assert raised.value.problems[0].code == "CP-625"


def test_a_future_without_a_plan_of_its_own_is_explained() -> None:
    strict = Future(
        "strict",
        0.5,
        (Change("annual_emission_limit", {"region": REGION, "emission": "co2", "year": 2020}, "set", 20.0),),
    )
    system = clean_and_dirty(max_activity={("clean",): 50.0})

    with pytest.raises(InfeasibleError) as raised:
        solve_futures(system, [Future("free", 0.5, ()), strict])

    assert "CP-511" in [problem.code for problem in raised.value.problems]
