"""One programme kept loaded and solved again and again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from systems import coal_cap, one_of_everything

from carbonpath.core.errors import InfeasibleError, VerificationError
from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.resolve import Resolver
from carbonpath.model.solve import solve

PROGRAMME = compile_model(build_model(one_of_everything()))


def capped(cap: float) -> CompiledModel:
    return compile_model(build_model(coal_cap(cap)))


def test_every_variant_has_the_answer_of_a_solve_alone() -> None:
    resolver = Resolver(capped(4.0))

    found = [resolver.solve(replace(capped(4.0), row_upper=capped(cap).row_upper)).objective for cap in (1.0, 6.0, 2.5)]

    assert found == pytest.approx([solve(capped(cap)).objective for cap in (1.0, 6.0, 2.5)])


def test_an_infeasible_variant_leaves_nothing_behind() -> None:
    resolver = Resolver(PROGRAMME)
    before = resolver.solve(PROGRAMME, "before")
    impossible = replace(PROGRAMME, column_upper=np.zeros_like(PROGRAMME.column_upper))

    with pytest.raises(InfeasibleError):
        resolver.solve(impossible, "impossible")

    after = resolver.solve(PROGRAMME, "after")
    assert (before.sample, after.sample) == ("before", "after")
    assert after.objective == pytest.approx(before.objective)


@given(scale=st.floats(0.5, 2.0), moved=st.floats(0.9, 1.1), constant=st.floats(-10.0, 10.0))
@settings(max_examples=10, deadline=None)
def test_costs_coefficients_and_constant_may_move(scale: float, moved: float, constant: float) -> None:
    matrix = PROGRAMME.matrix.copy()
    matrix.data = np.where(np.abs(matrix.data) == 1.6, matrix.data * moved, matrix.data)
    variant = replace(PROGRAMME, cost=PROGRAMME.cost * scale, matrix=matrix, constant=constant)

    resolver = Resolver(PROGRAMME)
    resolver.solve(PROGRAMME)

    assert resolver.solve(variant).objective == pytest.approx(solve(variant).objective)


@pytest.mark.parametrize("what", ["columns", "places"])
def test_another_programme_is_refused(what: str) -> None:
    other = {
        "columns": lambda: capped(4.0),
        "places": lambda: replace(PROGRAMME, matrix=(PROGRAMME.matrix * 0.0)),
    }[what]()
    if what == "places":
        other.matrix.eliminate_zeros()

    with pytest.raises(ValueError, match="a variant has"):
        Resolver(PROGRAMME).solve(other)


def test_unsound_numbers_are_seen_before_the_solver() -> None:
    with pytest.raises(VerificationError, match="CP-700"):
        Resolver(PROGRAMME).solve(replace(PROGRAMME, cost=PROGRAMME.cost * np.nan))


def test_whole_numbers_are_solved_each_time_anew() -> None:
    whole = replace(PROGRAMME, integer=np.array([key.family == "new_capacity" for key in PROGRAMME.columns]))

    found = Resolver(whole).solve(whole)

    assert found.objective == pytest.approx(solve(whole).objective)
    assert found.objective >= solve(PROGRAMME).objective * (1 - 1e-9)
