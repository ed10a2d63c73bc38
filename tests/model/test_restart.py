"""Solving many numbers in one structure, each from the same start."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from programmes import moved_programmes
from systems import growing_demand, one_of_everything

from carbonpath.core.errors import CarbonpathError, InfeasibleError, VerificationError
from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.highs import SolverOptions
from carbonpath.model.reduction import reduce_programme
from carbonpath.model.restart import Restarter
from carbonpath.model.solve import solve
from carbonpath.model.tie_break import weights

BASE = compile_model(build_model(one_of_everything()))
OPTIONS = SolverOptions(tie_proof=False)
LEFT = SolverOptions(tie_break=False)
Moved = tuple[CompiledModel, CompiledModel, list[int], list[int]]
MULTIPLES = st.lists(st.floats(0.6, 1.6), min_size=2, max_size=4)


def dearer(factor: float) -> CompiledModel:
    return replace(BASE, cost=BASE.cost * factor ** np.linspace(0.0, 1.0, BASE.cost.size))


def tighter(factor: float) -> CompiledModel:
    upper = BASE.row_upper.copy()
    upper[(BASE.row_lower != BASE.row_upper) & np.isfinite(upper)] *= factor
    return replace(BASE, row_upper=upper)


def started(options: SolverOptions = OPTIONS) -> Restarter:
    found = Restarter(BASE, options)
    found.find_basis(BASE)
    return found


@given(multiples=MULTIPLES)
@settings(max_examples=8, deadline=None)
def test_an_answer_does_not_depend_on_what_was_solved_before_to_the_last_bit(multiples: list[float]) -> None:
    one, other = started(), started()

    forwards = [one.solve(dearer(m)).values.tobytes() for m in multiples]
    backwards = [other.solve(dearer(m)).values.tobytes() for m in reversed(multiples)]

    assert forwards == backwards[::-1]


@given(multiples=MULTIPLES)
@settings(max_examples=8, deadline=None)
def test_every_answer_is_that_of_a_solve_from_nothing(multiples: list[float]) -> None:
    restarter = started()

    assert [restarter.solve(dearer(m)).objective for m in multiples] == pytest.approx(
        [solve(dearer(m)).objective for m in multiples]
    )


@pytest.mark.parametrize("options", [OPTIONS, LEFT], ids=["ties broken", "ties left"])
@pytest.mark.parametrize("moved", [dearer, tighter], ids=["costs", "bounds"])
def test_a_sweep_has_the_answers_of_single_solves(moved, options: SolverOptions) -> None:
    restarter = started(options)
    multiples = [1.0, 1.02, 1.05, 1.1]

    swept = [restarter.step(moved(m)).objective for m in multiples]

    assert swept == pytest.approx([solve(moved(m), options).objective for m in multiples])


def test_a_basis_may_travel_and_saves_iterations() -> None:
    basis = Restarter(BASE, OPTIONS).find_basis(BASE)

    warm = Restarter(BASE, OPTIONS, basis).solve(dearer(1.01))
    cold = Restarter(BASE, OPTIONS).solve(dearer(1.01))

    assert warm.objective == pytest.approx(cold.objective)
    assert warm.iterations < cold.iterations


def test_a_sweep_begins_anew_when_asked() -> None:
    one, other = started(LEFT), started(LEFT)
    one.step(dearer(1.5))
    one.restart()

    assert one.step(dearer(1.1)).values.tobytes() == other.step(dearer(1.1)).values.tobytes()


def test_no_plan_is_said_after_a_proof_and_leaves_nothing_behind() -> None:
    programme = compile_model(build_model(growing_demand(max_activity={("dirty",): 200.0, ("clean",): 40.0})))
    restarter = Restarter(programme, OPTIONS)
    restarter.find_basis(programme)
    none = replace(programme, row_upper=np.where(programme.row_upper == 200.0, 10.0, programme.row_upper))

    with pytest.raises(InfeasibleError) as raised:
        restarter.solve(none, "none")

    assert raised.value.problems[0].code == "CP-500"
    assert restarter.solve(programme).objective == pytest.approx(solve(programme).objective)


@pytest.mark.parametrize("reduced", [True, False], ids=["smaller", "whole"])
def test_a_start_without_a_plan_proves_that_there_is_none_and_finds_one_where_there_is(reduced: bool) -> None:
    programme = compile_model(build_model(growing_demand(max_activity={("dirty",): 200.0, ("clean",): 40.0})))
    movable = np.flatnonzero(programme.row_upper == 200.0).tolist()
    none = replace(programme, row_upper=np.where(programme.row_upper == 200.0, 10.0, programme.row_upper))
    reduction = reduce_programme(programme, movable, []) if reduced else None
    restarter = Restarter(programme, OPTIONS, reduction=reduction)

    assert restarter.find_any_basis(none) is not None

    with pytest.raises(InfeasibleError):
        restarter.solve(none)
    assert restarter.solve(programme).objective == pytest.approx(solve(programme).objective)


def test_a_number_that_is_none_never_reaches_the_solver() -> None:
    broken = replace(BASE, cost=np.where(np.arange(BASE.cost.size) == 0, np.nan, BASE.cost))

    with pytest.raises(VerificationError):
        started().solve(broken)


@given(case=moved_programmes())
@settings(max_examples=120, deadline=None)
def test_the_plan_of_a_smaller_programme_in_one_solve_is_that_of_two_solves_of_the_whole(case: Moved) -> None:
    base, other, rows, coefficients = case
    restarter = Restarter(base, OPTIONS, reduction=reduce_programme(base, rows, coefficients))
    try:
        restarter.find_basis(base)
        known = solve(other, OPTIONS)
    except CarbonpathError as error:
        with pytest.raises(type(error)):
            restarter.solve(other)
        return

    found = restarter.solve(other)

    assert found.objective == pytest.approx(known.objective, abs=1e-7)
    if found.tie_break.applied and known.tie_break.applied:
        decided = weights(base) > 0.0
        assert found.values[decided] == pytest.approx(known.values[decided], abs=1e-6)


@pytest.mark.parametrize("options", [OPTIONS, LEFT], ids=["ties broken", "ties left"])
def test_a_smaller_programme_gives_the_answers_and_prices_of_the_whole(options: SolverOptions) -> None:
    movable = np.flatnonzero((BASE.row_lower != BASE.row_upper) & np.isfinite(BASE.row_upper)).tolist()
    restarter = Restarter(BASE, options, reduction=reduce_programme(BASE, movable, []))
    restarter.find_basis(BASE)

    for moved, factor in ((dearer, 1.3), (tighter, 1.1), (dearer, 0.8)):
        found, known = restarter.solve(moved(factor)), solve(moved(factor), options)
        assert found.objective == pytest.approx(known.objective, rel=1e-9)
        if options.tie_break:
            assert found.values == pytest.approx(known.values, abs=1e-7)
