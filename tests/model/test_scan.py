"""The last look before the solver."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from systems import clean_and_dirty, coal_cap

from carbonpath.core.errors import VerificationError
from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.scan import check_numbers
from carbonpath.model.solve import solve


def compiled_cap() -> CompiledModel:
    return compile_model(build_model(coal_cap()))


def with_coefficient(value: float) -> CompiledModel:
    compiled = compiled_cap()
    matrix = compiled.matrix.copy()
    matrix.data[0] = value
    return replace(compiled, matrix=matrix)


def test_a_sound_model_has_no_problem() -> None:
    assert check_numbers(compiled_cap()) == []


@pytest.mark.parametrize(
    ("value", "code"),
    [(float("nan"), "CP-700"), (float("inf"), "CP-700"), (1e16, "CP-701"), (1e-13, "CP-701")],
    ids=["not a number", "infinite", "so large that the solver drops the rows", "so small that the solver drops it"],
)
def test_a_coefficient_outside_the_window_is_named(value: float, code: str) -> None:
    problem = check_numbers(with_coefficient(value))[0]

    assert problem.code == code
    assert problem.place == "group_activity_definition[district,coal_use,2020]"
    assert problem.details["column"] == "activity[district,from_coal,1,annual,2020]"


def test_nothing_is_solved_with_such_a_coefficient() -> None:
    with pytest.raises(VerificationError) as raised:
        solve(with_coefficient(1e16))

    assert raised.value.problems[0].code == "CP-701"


@pytest.mark.parametrize("field", ["cost", "row_upper", "row_lower", "column_upper", "column_lower"])
@pytest.mark.parametrize("value", [float("nan"), 1e21])
def test_costs_and_bounds_are_scanned(field: str, value: float) -> None:
    compiled = compiled_cap()
    numbers = np.array(getattr(compiled, field))
    numbers[0] = value

    assert len(check_numbers(replace(compiled, **{field: numbers}))) == 1


def test_the_wrong_infinity_is_no_bound() -> None:
    compiled = compiled_cap()
    upper = np.array(compiled.row_upper)
    upper[0] = -np.inf

    assert check_numbers(replace(compiled, row_upper=upper))[0].code == "CP-700"


def test_a_huge_emission_factor_is_refused_before_it_removes_the_demand() -> None:
    system = clean_and_dirty(emission_activity_ratio={("dirty", "co2", "1"): 1e16})

    problems = check_numbers(compile_model(build_model(system)))

    assert [problem.value for problem in problems] == ["-1e+16"]
