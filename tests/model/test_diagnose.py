"""Why there is no plan, in the user's words."""

from __future__ import annotations

import pytest
from systems import clean_and_dirty, make_system

from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.diagnose import Conflict, explain_infeasible
from carbonpath.model.run import solve_system
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System


def conflict_of(system: System) -> Conflict:
    return explain_infeasible(compile_model(build_model(system)), system)


def two_limits() -> System:
    """Return a demand of 100 with at most 50 clean and 20 Mt from dirty: 30 short.

    Clean by 30 of 50 is 60 percent, the emission limit by 30 of 20 is 150, demand by 30 of 100, ten times: 300.
    """
    return clean_and_dirty(annual_emission_limit={("co2",): 20.0}, max_activity={("clean",): 50.0})


def test_the_cheapest_repair_says_what_where_and_how_much() -> None:
    (repair,) = conflict_of(two_limits()).repairs

    assert (repair.limit.parameter, repair.limit.index) == ("max_activity", ("district", "clean", 2020))
    assert (repair.limit.value, repair.limit.unit, repair.limit.source) == (50.0, "Mt", "small.csv:max_activity")
    assert repair.needed == pytest.approx(80.0)
    assert repair.amount == pytest.approx(30.0)


def test_the_repair_makes_the_system_solvable() -> None:
    system = two_limits()
    (repair,) = conflict_of(system).repairs
    change = Change("max_activity", {"technology": "clean"}, "set", repair.needed + 1e-6)

    assert solve_system(apply_changes(system, [change])).status == "optimal"


def test_the_irreducible_set_names_limits_and_demands() -> None:
    limits = conflict_of(two_limits()).irreducible

    assert [limit.parameter for limit in limits] == ["demand", "max_activity", "annual_emission_limit"]
    assert [limit.value for limit in limits] == [100.0, 50.0, 20.0]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Cheapest repair: maximum activity of clean in 2020 from 50 to 80 Mt (by 30)."),
        ("zh", "最省的修正：2020 年“技术clean”的活动上限由 50 改为 80 Mt（相差 30）。"),
    ],
)
def test_it_is_told_in_both_languages(language: str, sentence: str) -> None:
    system = two_limits()

    problem = conflict_of(system).problems(system)[0]

    assert problem.told(language)["message"] == sentence  # type: ignore[arg-type]


def test_a_share_is_repaired_as_a_share() -> None:
    shares = {
        "min_group_share": {("clean_good", "all_good"): 0.8},
        "max_group_share": {("clean_good", "all_good"): 0.5},
    }

    (repair,) = conflict_of(clean_and_dirty(**shares)).repairs

    assert repair.needed == pytest.approx({"min_group_share": 0.5, "max_group_share": 0.8}[repair.limit.parameter])
    assert repair.limit.unit == "1"


def test_a_floor_that_is_too_high_falls() -> None:
    system = clean_and_dirty(min_activity={("dirty",): 120.0})

    (repair,) = conflict_of(system).repairs

    assert repair.needed == pytest.approx(100.0)


def test_balances_that_contradict_each_other_are_told_as_such() -> None:
    system = make_system(
        ["furnace"],
        {"good": "equal", "gas": "equal"},
        {
            "output_activity_ratio": {("furnace", "good", "1"): 1.0, ("furnace", "gas", "1"): 0.3},
            "demand": {("good",): 10.0},
            "min_activity": {("furnace",): 1.0},
        },
    )

    conflict = conflict_of(system)

    assert {repair.limit.parameter for repair in conflict.repairs} == {"demand", "min_activity"}


def test_without_anything_to_blame_the_balances_are_named() -> None:
    assert [problem.code for problem in Conflict((), ()).problems(two_limits())] == ["CP-515"]
