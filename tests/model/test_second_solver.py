"""A second solver, of another family and other authors, finds the same optimum of the same arrays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from ortools.linear_solver.python import model_builder_helper
from shipped import REPOSITORY, shipped_system
from systems import clean_and_dirty, coal_cap, one_of_everything, plant_to_build, two_equal_furnaces
from wider_systems import lake, two_regions

from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.compiled import CompiledModel
from carbonpath.model.solve import solve
from carbonpath.system.readers.osemosys import read_osemosys
from carbonpath.system.system import System
from carbonpath.workflow.project import load_project

CASES = Path(__file__).parents[1] / "cases"


def second_optimum(compiled: CompiledModel, solver: str) -> float:
    """Return the least cost of continuous columns according to `solver`."""
    programme = model_builder_helper.ModelBuilderHelper()
    programme.fill_model_from_sparse_data(
        compiled.column_lower,
        compiled.column_upper,
        compiled.cost,
        compiled.row_lower,
        compiled.row_upper,
        compiled.matrix.tocsr(),
    )
    for column in compiled.integer.nonzero()[0]:
        programme.set_var_integrality(int(column), True)
    session = model_builder_helper.ModelSolverHelper(solver)
    session.solve(programme)
    assert session.status() == model_builder_helper.SolveStatus.OPTIMAL
    return float(session.objective_value()) + compiled.constant


@pytest.mark.parametrize(
    "case", ["super_simple/super_simple_model.txt", "utopia", "simplicity/simplicity.txt", "simplicity"]
)
def test_glop_agrees_on_reference_cases(case: str) -> None:
    compiled = compile_model(build_model(read_osemosys(CASES / case)))

    assert second_optimum(compiled, "glop") == pytest.approx(solve(compiled).objective, rel=1e-8)


@pytest.mark.parametrize(
    "system",
    [one_of_everything(), lake(), clean_and_dirty(), coal_cap(), plant_to_build(), two_equal_furnaces()],
    ids=["one of everything", "storage", "two ways", "a cap", "building", "ties"],
)
def test_glop_agrees_on_small_systems(system: System) -> None:
    compiled = compile_model(build_model(system))

    assert second_optimum(compiled, "glop") == pytest.approx(solve(compiled).objective, rel=1e-8)


def test_scip_agrees_where_units_are_whole() -> None:
    compiled = compile_model(build_model(two_regions()))

    assert compiled.integer.any()
    assert second_optimum(compiled, "scip") == pytest.approx(solve(compiled).objective, rel=1e-6)


@pytest.mark.slow
@pytest.mark.parametrize("scenario", load_project(REPOSITORY).file.run_all)
def test_glop_agrees_on_the_shipped_district(scenario: str) -> None:
    compiled = compile_model(build_model(shipped_system(scenario)))

    assert second_optimum(compiled, "glop") == pytest.approx(solve(compiled).objective, rel=1e-8)


def test_the_second_solver_sees_what_it_is_given() -> None:
    compiled = compile_model(build_model(clean_and_dirty()))
    dearer = replace(compiled, cost=2.0 * compiled.cost)

    assert second_optimum(dearer, "glop") == pytest.approx(2.0 * solve(compiled).objective)
