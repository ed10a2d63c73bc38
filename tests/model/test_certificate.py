"""Proofs that a programme has no solution."""

from __future__ import annotations

import numpy as np
import pytest
from systems import growing_demand

from carbonpath.model.build import build_model
from carbonpath.model.certificate import proves_infeasible
from carbonpath.model.compile import compile_model
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.highs import HighsSession, SolverOptions
from carbonpath.system.system import System


def compiled(system: System) -> CompiledModel:
    return compile_model(build_model(system))


def short() -> CompiledModel:
    """Return a programme without a plan: 120 Mt are wanted, at most 90 can be made."""
    return compiled(growing_demand(max_activity={("dirty",): 50.0, ("clean",): 40.0}))


def proof(programme: CompiledModel) -> np.ndarray:
    """Return the solver's multipliers; it has them where it starts from a basis, for then it does not presolve."""
    wide = compiled(growing_demand(max_activity={("dirty",): 500.0, ("clean",): 400.0}))
    session = HighsSession(wide, SolverOptions())
    session.run()
    session.keep_basis()
    session.load(programme)
    session.start_from(session.kept)
    session.run()
    return np.asarray(session.infeasible_direction())


def test_what_the_solver_proves_is_found_to_be_a_proof() -> None:
    assert proves_infeasible(short(), proof(short()))


@pytest.mark.parametrize("factor", [-1.0, 1e-3, 1e6], ids=["other sign", "small", "large"])
def test_sign_and_size_of_the_multipliers_do_not_matter(factor: float) -> None:
    assert proves_infeasible(short(), factor * proof(short()))


def test_no_multipliers_prove_that_a_plan_is_none() -> None:
    programme = compiled(growing_demand())
    rng = np.random.default_rng(1)

    assert not any(proves_infeasible(programme, rng.normal(size=len(programme.rows))) for _ in range(50))


@pytest.mark.parametrize(
    "broken", [np.zeros(1), np.array([np.nan]), np.array([])], ids=["too few", "not a number", "none"]
)
def test_multipliers_that_are_none_prove_nothing(broken: np.ndarray) -> None:
    assert not proves_infeasible(short(), broken)


def test_a_proof_with_a_hole_is_none() -> None:
    multipliers = proof(short())
    for position in np.flatnonzero(multipliers):
        altered = multipliers.copy()
        altered[position] = 0.0
        assert not proves_infeasible(short(), altered)
