"""One plan among those of equal cost."""

from __future__ import annotations

import numpy as np
import pytest
from systems import make_system, one_of_everything, two_equal_furnaces

from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.highs import SolverOptions
from carbonpath.model.solve import solve
from carbonpath.model.tie_break import weights
from carbonpath.system.system import System


def test_a_tie_is_broken_and_told() -> None:
    compiled = compile_model(build_model(two_equal_furnaces()))

    solution = solve(compiled)

    cheaper = int(np.argmin(weights(compiled)))
    assert solution.values[cheaper] == 6.0
    assert solution.tie_break.applied
    assert solution.tie_break.unique
    assert solution.tie_break.free == 2


def test_the_cost_is_untouched() -> None:
    compiled = compile_model(build_model(one_of_everything()))

    assert solve(compiled).objective == pytest.approx(
        solve(compiled, SolverOptions(tie_break=False)).objective, rel=1e-12
    )


def test_without_it_uniqueness_is_not_claimed() -> None:
    solution = solve(compile_model(build_model(two_equal_furnaces())), SolverOptions(tie_break=False))

    assert not solution.tie_break.applied
    assert not solution.tie_break.unique


def test_a_circle_at_no_cost_is_left_alone() -> None:
    system = make_system(
        ["make", "there", "back"],
        {"good": "equal", "moved": "equal"},
        {
            "output_activity_ratio": {
                ("make", "good", "1"): 1.0,
                ("there", "moved", "1"): 1.0,
                ("back", "good", "1"): 1.0,
            },
            "input_activity_ratio": {("there", "good", "1"): 1.0, ("back", "moved", "1"): 1.0},
            "variable_cost": {("make", "1"): 1.0},
            "demand": {("good",): 1.0},
        },
    )

    compiled = compile_model(build_model(system))

    activity = {key.place[1]: value for key, value in zip(compiled.columns, solve(compiled).values, strict=True)}
    assert activity == {"make": 1.0, "there": 0.0, "back": 0.0}


def test_weights_belong_to_names_and_not_to_positions() -> None:
    first = compile_model(build_model(two_equal_furnaces()))
    wider = compile_model(build_model(with_another_technology(two_equal_furnaces())))

    known = dict(zip(wider.columns, weights(wider), strict=True))
    assert all(known[key] == weight for key, weight in zip(first.columns, weights(first), strict=True))
    assert all(1.0 <= weight < 2.0 for weight in known.values())


def with_another_technology(system: System) -> System:
    other = make_system(
        ["aaa", "furnace_a", "furnace_b"],
        {"good": "equal"},
        {"output_activity_ratio": {(name, "good", "1"): 1.0 for name in ("aaa", "furnace_a", "furnace_b")}},
    )
    return other.with_parameters({"demand": system.parameter("demand")})
