"""A smaller programme answers for the whole one: its plans are there, and its duals come back."""

from __future__ import annotations

import numpy as np
from hypothesis import assume, given, settings
from programmes import moved_programmes
from systems import one_of_everything

from carbonpath.core.errors import InfeasibleError
from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.highs import SolverOptions
from carbonpath.model.recompute import recompute
from carbonpath.model.reduced import Reducer
from carbonpath.model.reduction import reduce_programme
from carbonpath.model.solve import solve

LEFT = SolverOptions(tie_break=False)
Moved = tuple[CompiledModel, CompiledModel, list[int], list[int]]


def objective(compiled: CompiledModel) -> float | None:
    try:
        return solve(compiled, LEFT).objective
    except InfeasibleError:
        return None


@given(case=moved_programmes())
@settings(max_examples=150, deadline=None)
def test_the_smaller_programme_answers_for_the_whole_one(case: Moved) -> None:
    base, other, rows, coefficients = case
    reduction = reduce_programme(base, rows, coefficients)
    assume(reduction is not None)
    reducer = Reducer(reduction)
    known = objective(other)

    small = reducer.programme(other)
    if known is None:
        assert objective(small) is None
        return
    found = solve(small, LEFT)
    told = recompute(other, reducer.values(found.values), reducer.duals(other, other.cost, found.row_duals))

    assert np.isclose(told.objective, known, atol=1e-7)
    assert max(told.max_residual, told.complementarity, told.gap) < 1e-7


def test_arrays_that_did_not_move_stay_the_same_objects() -> None:
    compiled = compile_model(build_model(one_of_everything()))
    reduction = reduce_programme(compiled, [], [])
    assert reduction is not None

    again = Reducer(reduction).programme(compiled)

    assert again.matrix is reduction.small.matrix
    assert again.row_lower is reduction.small.row_lower
    assert again.cost is reduction.small.cost
