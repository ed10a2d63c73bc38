"""What is impossible by addition alone."""

from __future__ import annotations

import pytest
from systems import clean_and_dirty, one_of_everything, plant_to_build

from carbonpath.core.errors import InfeasibleError
from carbonpath.core.problems import Problem
from carbonpath.model.data import read_model_data
from carbonpath.model.run import solve_system
from carbonpath.model.shortfall import check_shortfalls
from carbonpath.system.system import System


def shortfalls(system: System) -> list[Problem]:
    data = read_model_data(system)
    return check_shortfalls(system, data.parameters, data.sets)


def test_demand_above_all_capacity_says_how_much_can_be_made() -> None:
    (problem,) = shortfalls(clean_and_dirty(max_activity={("clean",): 50.0, ("dirty",): 30.0}))

    assert (problem.code, problem.value, problem.details["most"], problem.details["year"]) == (
        "CP-521",
        "100",
        "80",
        "2020",
    )
    assert problem.file == "small.csv:demand"
    assert "at most 80" in problem.told("en")["message"]


def test_all_that_may_be_built_by_then_counts() -> None:
    bounded = plant_to_build(years=(2020, 2021), max_new_capacity={("plant",): 0.4}, max_activity={("buy",): 0.3})

    problems = shortfalls(bounded)

    assert [(problem.details["year"], problem.details["most"]) for problem in problems] == [("2020", "0.7")]


def test_a_ceiling_of_capacity_bounds_what_may_be_built() -> None:
    bounded = plant_to_build(years=(2020,), max_capacity={("plant",): 0.25}, max_activity={("buy",): 0.0})

    assert [problem.details["most"] for problem in shortfalls(bounded)] == ["0.25"]


def test_a_cap_below_what_its_members_must_do() -> None:
    system = clean_and_dirty(min_activity={("dirty",): 60.0}, max_group_activity={("dirty_good",): 50.0})

    (problem,) = shortfalls(system)

    assert (problem.code, problem.value, problem.details["committed"]) == ("CP-522", "50", "60")
    assert "已达 60" in problem.told("zh")["message"]


def test_a_system_with_a_plan_has_none() -> None:
    assert shortfalls(one_of_everything()) == []


def test_they_stand_before_the_repair() -> None:
    with pytest.raises(InfeasibleError) as raised:
        solve_system(clean_and_dirty(max_activity={("clean",): 50.0, ("dirty",): 30.0}))

    assert [problem.code for problem in raised.value.problems][:3] == ["CP-500", "CP-521", "CP-511"]
