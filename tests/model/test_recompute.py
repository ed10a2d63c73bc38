"""Recomputing an answer without the solver."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from systems import coal_cap

from carbonpath.core.errors import VerificationError
from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.recompute import recompute, require_verified
from carbonpath.model.solve import Solution, solve


def solved() -> tuple[CompiledModel, Solution]:
    compiled = compile_model(build_model(coal_cap()))
    return compiled, solve(compiled)


def test_an_optimum_survives() -> None:
    compiled, solution = solved()

    found = recompute(compiled, solution.values, solution.row_duals)

    require_verified(found, solution.objective)
    assert found.max_residual < 1e-12
    assert found.gap < 1e-12


def test_a_broken_row_is_named() -> None:
    compiled, solution = solved()
    values = solution.values.copy()
    values[1] += 0.5

    with pytest.raises(VerificationError) as raised:
        require_verified(recompute(compiled, values, solution.row_duals), solution.objective)

    problems = {problem.code: problem for problem in raised.value.problems}
    assert problems["CP-705"].place == "commodity_balance[district,good,annual,2020]"
    assert "CP-707" in problems


def test_a_broken_bound_is_named() -> None:
    compiled, solution = solved()
    lower = np.array(compiled.column_lower)
    lower[1] = 5.0

    found = recompute(replace(compiled, column_lower=lower), solution.values, solution.row_duals)

    assert found.worst == "activity[district,from_power,1,annual,2020]"
    assert found.max_residual > 0.1


@pytest.mark.parametrize("values", [[float("nan")] * 3, [0.0, 0.0, float("inf")]])
def test_values_that_are_not_finite_do_not_survive(values: list[float]) -> None:
    compiled, solution = solved()

    with np.errstate(invalid="ignore"), pytest.raises(VerificationError):
        require_verified(recompute(compiled, np.array(values), solution.row_duals), solution.objective)


def test_a_feasible_plan_that_is_not_the_cheapest_shows_its_gap() -> None:
    compiled, solution = solved()
    dearer = np.array([0.0, 10.0, 0.0])

    found = recompute(compiled, dearer, solution.row_duals)

    assert found.max_residual == 0.0
    assert found.gap == pytest.approx(2000.0 / 5000.0)


def test_duals_that_price_a_missing_bound_prove_nothing() -> None:
    compiled, solution = solved()

    found = recompute(compiled, solution.values, -solution.row_duals)

    assert not found.gap <= 1.0


def test_a_price_for_what_is_not_scarce_does_not_survive() -> None:
    compiled, solution = solved()
    loose = replace(compiled, row_upper=np.where(np.isfinite(compiled.row_upper), compiled.row_upper + 1.0, np.inf))

    found = recompute(loose, solution.values, solution.row_duals)

    assert found.complementarity > 1e-3
    with pytest.raises(VerificationError, match="CP-741"):
        require_verified(found, solution.objective)
