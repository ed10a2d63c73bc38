"""What is demanded or used can be made or bought, in the years in which it is needed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from systems import make_system

from carbonpath.system.checks.producible import check_producible
from carbonpath.system.system import System

YEARS = (2020, 2021, 2022)


def mill(technologies: dict[str, str] | None = None, **parameters: dict[tuple[Any, ...], float]) -> System:
    """Return a mill that makes steel of ore that a shop sells."""
    flows: dict[str, dict[tuple[Any, ...], float]] = {
        "output_activity_ratio": {("mill", "steel", "1"): 1.0, ("shop", "ore", "1"): 1.0},
        "input_activity_ratio": {("mill", "ore", "1"): 1.6},
        "demand": {("steel",): 10.0},
    }
    return make_system(
        technologies or {"mill": "", "shop": ""},
        {"steel": "equal", "ore": "equal"},
        {**flows, **parameters},
        years=YEARS,
    )


def told(system: System) -> list[tuple[str, str, str, str]]:
    assert {p.code for p in check_producible(system)} <= {"CP-224"}
    return [(p.severity, p.place, p.value, p.details["years"]) for p in check_producible(system)]


def test_demand_that_can_be_met_is_accepted() -> None:
    assert told(mill()) == []


def test_demand_without_a_maker_is_an_error() -> None:
    assert told(mill(demand={("ore",): 1.0, ("steel",): 1.0}, output_activity_ratio={("shop", "ore", "1"): 1.0})) == [
        ("error", "demand[district]", "steel", "2020-2022")
    ]


def test_input_that_nobody_sells_idles_its_user_and_leaves_the_demand() -> None:
    assert told(mill(output_activity_ratio={("mill", "steel", "1"): 1.0})) == [
        ("error", "demand[district]", "steel", "2020-2022"),
        ("warning", "mill", "ore", "2020-2022"),
    ]


def test_demand_of_zero_needs_no_maker() -> None:
    assert told(mill(output_activity_ratio={("shop", "ore", "1"): 1.0}, demand={("steel",): 0.0})) == []


@pytest.mark.parametrize(
    ("parameters", "years"),
    [
        pytest.param({"residual_capacity": {("mill", 2020): 9.0}}, "2021-2022", id="stands in the first year only"),
        pytest.param({"capital_cost": {("mill", 2021): 9.0}}, "2020", id="built later"),
        pytest.param(
            {"capital_cost": {("mill", y): 9.0 for y in YEARS}, "max_new_capacity": {("mill", 2020): 0.0}},
            "2020",
            id="not built in the first year",
        ),
        pytest.param(
            {"capital_cost": {("mill", y): 9.0 for y in YEARS}, "max_capacity": {("mill", 2022): 0.0}},
            "2022",
            id="closed in the last year",
        ),
        pytest.param({}, "2020-2022", id="never there"),
    ],
)
def test_technology_must_stand_or_be_built(parameters: dict[str, dict[tuple[Any, ...], float]], years: str) -> None:
    assert told(mill({"mill": "Mt/y", "shop": ""}, **parameters)) == [("error", "demand[district]", "steel", years)]


def test_activity_that_is_forbidden_makes_nothing() -> None:
    assert told(mill(max_activity={("mill", 2021): 0.0})) == [("error", "demand[district]", "steel", "2021")]


def test_goods_that_need_each_other_are_producible() -> None:
    system = make_system(
        ["oven", "furnace"],
        {"coke": "equal", "gas": "equal"},
        {
            "output_activity_ratio": {("oven", "coke", "1"): 1.0, ("furnace", "gas", "1"): 1.0},
            "input_activity_ratio": {("oven", "gas", "1"): 1.0, ("furnace", "coke", "1"): 1.0},
            "demand": {("coke",): 1.0},
        },
    )

    assert told(system) == []


@pytest.mark.parametrize("role", ["link", "sale"])
def test_what_only_passes_on_may_idle(role: str) -> None:
    system = mill({"mill": "", "shop": "", "vent": ""}, input_activity_ratio={("vent", "smoke", "1"): 1.0})
    roles = [role if name == "vent" else "" for name in system.technologies["technology"]]

    assert told(replace(system, technologies=system.technologies.assign(role=roles))) == []
