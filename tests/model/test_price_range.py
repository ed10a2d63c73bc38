"""How far a shadow price may be trusted."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from systems import clean_and_dirty, coal_cap, one_of_everything

from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.price_range import PriceRange, find_price_ranges
from carbonpath.model.solve import solve
from carbonpath.system.system import System

MIDDLE = 1.05**-0.5


def slopes_of(system: System, family: str) -> PriceRange:
    compiled = compile_model(build_model(system))
    (row,) = [at for at, key in enumerate(compiled.rows) if key.family == family]
    return find_price_ranges(compiled, solve(compiled), [row])[0]


def limited(limit: float) -> System:
    return clean_and_dirty(annual_emission_limit={("co2",): limit})


@given(limit=st.floats(1.0, 99.0))
@settings(max_examples=5, deadline=None)
def test_between_bends_both_slopes_are_the_step_of_cost(limit: float) -> None:
    slopes = slopes_of(limited(limit), "annual_emission_limit")

    assert (slopes.below, slopes.above) == pytest.approx((-5.0 * MIDDLE, -5.0 * MIDDLE), rel=1e-4)
    assert slopes.is_unique
    assert slopes.holds(-5.0 * MIDDLE)


def test_at_a_bend_the_price_is_not_unique() -> None:
    slopes = slopes_of(limited(100.0), "annual_emission_limit")

    assert (slopes.below, slopes.above) == pytest.approx((-5.0 * MIDDLE, 0.0), abs=1e-4)
    assert not slopes.is_unique
    assert slopes.holds(-2.0)
    assert not slopes.holds(-6.0)


def test_where_no_plan_is_left_the_slope_is_without_end() -> None:
    system = clean_and_dirty(annual_emission_limit={("co2",): 20.0}, max_activity={("clean",): 80.0})

    slopes = slopes_of(system, "annual_emission_limit")

    assert slopes.below == -np.inf
    assert slopes.above == pytest.approx(-5.0 * MIDDLE, rel=1e-4)
    assert not slopes.is_unique


@pytest.mark.parametrize("system", [coal_cap(), one_of_everything()], ids=["coal cap", "one of everything"])
def test_every_dual_lies_between_its_slopes(system: System) -> None:
    compiled: CompiledModel = compile_model(build_model(system))
    solution = solve(compiled)

    slopes = find_price_ranges(compiled, solution, range(len(compiled.rows)))

    wrong = [
        str(compiled.rows[row]) for row, slope in enumerate(slopes) if not slope.holds(float(solution.row_duals[row]))
    ]
    assert wrong == []
