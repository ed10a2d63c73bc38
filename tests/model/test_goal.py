"""Other goals than cost, each followed by least cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from systems import clean_and_dirty

from carbonpath.core.errors import UsageError
from carbonpath.model.goal import Goal, solve_goal
from carbonpath.system.system import System

YEARS = (2020, 2021, 2022)
SCOPE_1 = {("scope1", "co2"): 1.0}


def growing() -> System:
    """Return demands of 100, 120 and 110 Mt of which at most 40 can be made cleanly: peaks of 60 to 120 Mt.

    The lowest peak is 120 - 40 = 80 in 2021, so 2020 stays at 80 and 2022 at 80: 20, 40 and 30 clean. The lowest sum is
    3 x 40 less than 330.
    """
    demand = {("good", 2020): 100.0, ("good", 2021): 120.0, ("good", 2022): 110.0}
    return clean_and_dirty(YEARS, demand=demand, max_activity={("clean",): 40.0}, boundary_weight=SCOPE_1)


@pytest.mark.parametrize(
    ("objective", "best", "path"),
    [
        pytest.param("peak", 80.0, [80.0, 80.0, 80.0], id="lowest peak"),
        pytest.param("cumulative", 210.0, [60.0, 80.0, 70.0], id="lowest sum"),
    ],
)
def test_the_goal_is_reached_within_its_tolerance(
    objective: str, best: float, path: list[float], number: Callable[..., float]
) -> None:
    found = solve_goal(growing(), Goal((objective,), tolerance=1e-3))  # type: ignore[arg-type]

    told = [number(found.outcome.result, "boundary_emissions", year=year) for year in YEARS]
    assert found.best == {objective: {"district": pytest.approx(best)}}
    assert told == pytest.approx(path, abs=1.1e-3 * best)
    reached = max(told) if objective == "peak" else sum(told)
    assert reached == pytest.approx(best * 1.001)


def test_a_goal_of_cost_is_least_cost() -> None:
    found = solve_goal(growing(), Goal())

    assert (found.best, found.changes) == ({}, ())
    assert found.outcome.objective == pytest.approx(
        3.0 * sum(d / 1.05 ** (0.5 + y) for y, d in enumerate((100, 120, 110)))
    )


def test_among_the_plans_of_the_lowest_peak_the_cheapest_is_given_out(number: Callable[..., float]) -> None:
    found = solve_goal(growing(), Goal(("peak",), tolerance=0.0))

    clean = [number(found.outcome.result, "activity", technology="clean", year=year) for year in YEARS]
    assert clean == pytest.approx([20.0, 40.0, 30.0])
    assert number(found.outcome.duals, "boundary_shadow_price", year=2020) == pytest.approx(5.0)


def test_a_stricter_limit_that_is_there_stays(number: Callable[..., float]) -> None:
    limited = clean_and_dirty(
        YEARS,
        demand={("good",): 100.0},
        boundary_weight=SCOPE_1,
        annual_boundary_limit={("scope1", 2022): 10.0},
    )

    found = solve_goal(limited, Goal(("peak",), tolerance=0.5))

    assert number(found.outcome.result, "boundary_emissions", year=2022) <= 10.0


def test_an_unknown_boundary_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError) as raised:
        solve_goal(growing(), Goal(("peak",), boundary="scope3"))

    problem = raised.value.problems[0]
    assert (problem.code, problem.value, problem.details["known"]) == ("CP-620", "scope3", "scope1")


def two_routes(methane: float = 0.0) -> System:
    """Return 100 Mt in 2020 and 50 in 2021, of which at most 40 Mt are clean in each year, for 5 CNY per t more."""
    demand = {("good", 2020): 100.0, ("good", 2021): 50.0}
    system = clean_and_dirty(
        YEARS[:2],
        demand=demand,
        max_activity={("clean",): 40.0},
        boundary_weight={**SCOPE_1, ("co2e", "co2"): 1.0, ("co2e", "ch4"): 28.0},
        emission_activity_ratio={("dirty", "co2", "1"): 1.0, ("clean", "ch4", "1"): methane},
    )
    return replace(system, emissions=("co2", "ch4"))


def test_goals_follow_each_other_in_their_order() -> None:
    """The lowest peak is 60 Mt in 2020; then nothing but cost asks for less in 2021, or the sum does."""
    peak = solve_goal(two_routes(), Goal(("peak",), tolerance=0.0))
    both = solve_goal(two_routes(), Goal(("peak", "cumulative"), tolerance=0.0))

    assert peak.best == {"peak": {"district": pytest.approx(60.0)}}
    assert both.best == {"peak": {"district": pytest.approx(60.0)}, "cumulative": {"district": pytest.approx(70.0)}}
    assert both.outcome.objective - peak.outcome.objective == pytest.approx(5.0 * 40.0 * 1.05**-1.5)
    assert [change.parameter for change in both.changes] == [
        *["annual_boundary_limit"] * 2,
        "model_period_boundary_limit",
    ]


def test_in_co2_equivalent_a_leak_of_methane_turns_the_choice(number: Callable[..., float]) -> None:
    """At 0.1 t CH4 per t the clean route emits 2.8 t CO2e, more than the dirty one; in CO2 alone it emits nothing."""
    in_co2 = solve_goal(two_routes(0.1), Goal(("cumulative",), "scope1"))
    in_co2e = solve_goal(two_routes(0.1), Goal(("cumulative",), "co2e"))

    assert number(in_co2.outcome.result, "activity", technology="clean", year=2020) == pytest.approx(40.0, abs=0.1)
    assert number(in_co2e.outcome.result, "activity", technology="clean", year=2020) == pytest.approx(0.0, abs=0.1)
