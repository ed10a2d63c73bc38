"""Rolling foresight."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from systems import clean_and_dirty, make_system, one_of_everything, plant_to_build
from wider_systems import lake

from carbonpath.core.errors import InfeasibleError, UsageError
from carbonpath.model.myopic import solve_myopic
from carbonpath.model.run import solve_system
from carbonpath.system.system import System


def plant_or_import(**imports: float) -> System:
    """Return a plant that can be built in 2020 only, for 150 million CNY per Mt/y, and imports at a price by year.

    In a year without a price there are no imports.
    """
    return make_system(
        {"plant": "Mt/y", "import": ""},
        {"good": "equal"},
        {
            "output_activity_ratio": {("plant", "good", "1"): 1.0}
            | {("import", "good", "1", int(year[1:])): 1.0 for year in imports},
            "variable_cost": {("import", "1", int(year[1:])): price for year, price in imports.items()},
            "capital_cost": {("plant", 2020): 150.0},
            "operational_life": {("plant",): 3.0},
            "demand": {("good",): 1.0},
        },
        years=(2020, 2021, 2022),
        discount_rate=0.0,
    )


def test_seeing_everything_is_perfect_foresight() -> None:
    found = solve_myopic(one_of_everything(), sight=2, step=2)

    assert found.outcome.gap == pytest.approx(0.0, abs=1e-9)
    assert found.outcome.result.equals(solve_system(one_of_everything()).result.assign(scenario=""))
    assert found.windows == ((2020, 2021),)


def test_what_is_not_seen_is_not_built_for(number: Callable[..., float]) -> None:
    """Imports cost 10, 10 and then 500 CNY per t: who sees three years builds for 150, who sees one imports for 520."""
    system = plant_or_import(y2020=10.0, y2021=10.0, y2022=500.0)

    blind, seeing = solve_myopic(system, sight=1), solve_myopic(system, sight=3)

    assert (blind.perfect_cost, blind.outcome.objective) == pytest.approx((150.0, 520.0))
    assert seeing.outcome.objective == pytest.approx(150.0)
    assert blind.outcome.gap == pytest.approx(370.0 / 150.0)
    assert number(blind.outcome.result, "new_capacity") == 0.0
    assert (blind.outcome.status, len(blind.outcome.duals)) == ("myopic", 0)


def test_a_dead_end_is_told_with_its_window_and_repair() -> None:
    """Imports end after 2021: the plant would have had to be built in 2020."""
    with pytest.raises(InfeasibleError) as raised:
        solve_myopic(plant_or_import(y2020=10.0, y2021=10.0), sight=2)

    codes = [problem.code for problem in raised.value.problems]
    assert codes[:1] == ["CP-623"]
    assert raised.value.problems[0].place == "2021-2022"


@given(sight=st.integers(1, 4), step=st.integers(1, 4), rate=st.floats(0.0, 0.15))
@settings(max_examples=10, deadline=None)
def test_rolling_foresight_never_costs_less_than_perfect(sight: int, step: int, rate: float) -> None:
    system = plant_to_build(life=3.0, years=(2020, 2021, 2022, 2023), rate=rate)

    found = solve_myopic(system, max(sight, step), step)

    assert found.outcome.objective >= found.perfect_cost * (1 - 1e-9)


@pytest.mark.parametrize(("sight", "step"), [(0, 0), (2, 3), (3, 0)])
def test_a_sight_or_step_that_makes_no_sense_is_refused(sight: int, step: int) -> None:
    with pytest.raises(UsageError, match="CP-622"):
        solve_myopic(clean_and_dirty((2020, 2021)), sight, step)


def test_storage_is_refused() -> None:
    with pytest.raises(UsageError, match="CP-626"):
        solve_myopic(lake(), sight=1)
