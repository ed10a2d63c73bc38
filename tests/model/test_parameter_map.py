"""From parameter values to the numbers of a programme."""

from __future__ import annotations

import numpy as np
import pytest
from systems import growing_demand

from carbonpath.model.compiled import Key
from carbonpath.model.measure import build_map
from carbonpath.model.parameter_map import ParameterMap
from carbonpath.model.solve import solve
from carbonpath.model.system_parameters import read_parameters


def mapped(*names: str) -> ParameterMap:
    system = growing_demand()
    parameters = read_parameters(system)
    cells = sorted((name, index) for name in names for index in parameters[name])
    return build_map(system, parameters, cells, [Key("total_discounted_cost", ("district",))])


def test_the_optimum_follows_demand() -> None:
    found = mapped("demand")

    twice = found.moved(2.0 * found.values)

    assert solve(twice.compiled).objective == pytest.approx(2.0 * solve(found.point.compiled).objective)


def test_the_form_of_the_cost_follows_the_costs() -> None:
    found = mapped("variable_cost")
    dear = found.moved(3.0 * found.values)
    solution = solve(dear.compiled)

    assert dear.forms.at(solution.values) == pytest.approx([solution.objective])


def test_arrays_that_do_not_change_are_the_very_same() -> None:
    found = mapped("demand", "variable_cost")
    values = found.values.copy()
    values[[name == "demand" for name, _ in found.cells]] *= 1.1

    moved = found.moved(values).compiled

    assert moved.cost is found.point.compiled.cost
    assert moved.matrix is found.point.compiled.matrix
    assert moved.row_lower is not found.point.compiled.row_lower


def test_a_coefficient_that_becomes_nothing_is_left_out() -> None:
    found = mapped("output_activity_ratio")
    values = np.where([index[1] == "clean" for _, index in found.cells], 0.0, found.values)

    moved = found.moved(values).compiled

    assert moved.matrix.nnz == found.point.compiled.matrix.nnz - 3
    assert solve(moved).objective == pytest.approx(solve(found.point.compiled).objective)


def test_another_reference_changes_nothing() -> None:
    found = mapped("demand")
    other = found.rebased(1.3 * found.values)

    assert other.values == pytest.approx(1.3 * found.values)
    one, two = (start.moved(0.7 * found.values).compiled for start in (found, other))
    assert one.row_lower == pytest.approx(two.row_lower)


def test_a_reference_at_which_a_coefficient_is_nothing_is_not_taken() -> None:
    found = mapped("output_activity_ratio")

    assert found.rebased(np.zeros_like(found.values)) is found
