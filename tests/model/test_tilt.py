"""One solve with a little of the second objective finds the plan of the two solves, or says that it does not know."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from programmes import programmes
from systems import two_equal_furnaces

from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.compiled import CompiledModel, Floats
from carbonpath.model.highs import OPTIMAL, HighsSession, SolverOptions
from carbonpath.model.recompute import recompute
from carbonpath.model.solve import Optimum, find, solve
from carbonpath.model.tie_break import weights
from carbonpath.model.tilt import settle, tilted

LEFT = SolverOptions(tie_break=False)


def in_one_solve(compiled: CompiledModel, second: Floats) -> Optimum | None:
    given = tilted(compiled, second)
    session = HighsSession(given, LEFT)
    if session.run() != OPTIMAL:
        return None
    session.keep_basis()
    session.load(given)
    session.start_from(session.kept)
    return settle(session, compiled, second, find(session, given, LEFT, ""))


@given(compiled=programmes())
@settings(max_examples=100, deadline=None)
def test_what_one_solve_settles_is_what_two_solves_find(compiled: CompiledModel) -> None:
    found = in_one_solve(compiled, weights(compiled))

    if found is not None:
        known = solve(compiled, SolverOptions(tie_proof=False))
        decided = weights(compiled) > 0.0
        assert found.values[decided] == pytest.approx(known.values[decided], abs=1e-6)
        assert found.told == pytest.approx(known.objective, abs=1e-7)
        told = recompute(compiled, found.values, found.row_duals)
        assert max(told.complementarity, told.gap) < 1e-9


def test_without_a_basis_at_hand_nothing_is_known() -> None:
    compiled = compile_model(build_model(two_equal_furnaces()))
    given = tilted(compiled, weights(compiled))
    session = HighsSession(given, LEFT)

    assert settle(session, compiled, weights(compiled), find(session, given, LEFT, "")) is None


def test_a_tie_is_settled_and_the_duals_are_those_of_the_cost() -> None:
    compiled = compile_model(build_model(two_equal_furnaces()))

    found = in_one_solve(compiled, weights(compiled))

    assert found is not None
    known = solve(compiled)
    assert found.values == pytest.approx(known.values)
    assert found.row_duals == pytest.approx(known.row_duals)
    assert (found.ties.applied, found.ties.free) == (True, 2)


def test_a_plan_that_costs_a_little_more_is_never_taken() -> None:
    compiled = compile_model(build_model(two_equal_furnaces()))
    second = weights(compiled)
    dearer = compiled.cost.copy()
    dearer[int(np.argmin(second))] += 1e-5

    assert in_one_solve(replace(compiled, cost=dearer), second) is None
