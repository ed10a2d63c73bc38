"""The one door to the solver."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.sparse import csc_array
from systems import clean_and_dirty, coal_cap, make_system

from carbonpath.core.errors import CarbonpathError, InfeasibleError, LimitError
from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.compiled import CompiledModel, Key
from carbonpath.model.highs import SolverOptions
from carbonpath.model.solve import StoppedError, solve


def compiled_with_demand(demand: float) -> CompiledModel:
    limits = {"max_activity": {("clean",): 80.0, ("dirty",): 60.0}}
    return compile_model(build_model(clean_and_dirty(demand={("good",): demand}, **limits)))


def knapsack() -> CompiledModel:
    """Return: at least 5 of things that weigh 3 and 2 and cost 4 and 3, whole ones only.

    In fractions 5/3 of the first cost 6.67; whole, one of each (3 + 2) costs 7, two of the first cost 8.
    """
    return CompiledModel(
        cost=np.array([4.0, 3.0]),
        constant=1.0,
        matrix=csc_array(np.array([[3.0, 2.0]])),
        row_lower=np.array([5.0]),
        row_upper=np.array([np.inf]),
        column_lower=np.zeros(2),
        column_upper=np.full(2, 9.0),
        integer=np.array([True, True]),
        rows=(Key("enough", ()),),
        columns=(Key("new_capacity", ("a",)), Key("new_capacity", ("b",))),
        unused=(),
    )


def test_an_answer_is_bound_to_its_sample() -> None:
    solution = solve(compiled_with_demand(100.0), sample="sample 7")

    assert (solution.sample, solution.status) == ("sample 7", "optimal")
    assert solution.objective == pytest.approx((60 * 3 + 40 * 8) / 1.05**0.5)


def test_an_infeasible_sample_reads_no_values_of_the_one_before() -> None:
    answers: list[float | str] = []
    for demand in (90.0, 110.0, 999.0, 130.0):
        try:
            answers.append(round(solve(compiled_with_demand(demand)).objective * 1.05**0.5, 6))
        except InfeasibleError as error:
            answers.append(error.problems[0].code)

    assert answers == [60 * 3 + 30 * 8, 60 * 3 + 50 * 8, "CP-500", 60 * 3 + 70 * 8]


def test_a_free_lunch_names_the_columns_along_which_cost_falls() -> None:
    system = make_system(
        ["miner", "seller"],
        {"gold": "equal"},
        {
            "output_activity_ratio": {("miner", "gold", "1"): 1.0},
            "input_activity_ratio": {("seller", "gold", "1"): 1.0},
            "variable_cost": {("miner", "1"): 1.0, ("seller", "1"): -5.0},
        },
    )

    with pytest.raises(InfeasibleError) as raised:
        solve(compile_model(build_model(system)))

    problem = raised.value.problems[0]
    assert problem.code == "CP-501"
    assert "activity[district,miner,1,annual,2020]" in problem.value
    assert "activity[district,seller,1,annual,2020]" in problem.value


@pytest.mark.parametrize(
    ("options", "code"),
    [(SolverOptions(time_limit=0.0), "CP-600"), (SolverOptions(iteration_limit=0), "CP-601")],
    ids=["time", "iterations"],
)
def test_a_limit_is_no_answer(options: SolverOptions, code: str) -> None:
    with pytest.raises(LimitError) as raised:
        solve(large_programme(), options)

    assert raised.value.problems[0].code == code


def large_programme() -> CompiledModel:
    """Return a programme that presolve does not solve alone: random covering rows."""
    rng = np.random.default_rng(1)
    rows, columns = 60, 80
    return CompiledModel(
        cost=rng.uniform(1.0, 2.0, columns),
        constant=0.0,
        matrix=csc_array(rng.uniform(0.1, 1.0, (rows, columns))),
        row_lower=rng.uniform(5.0, 9.0, rows),
        row_upper=np.full(rows, np.inf),
        column_lower=np.zeros(columns),
        column_upper=np.full(columns, np.inf),
        integer=np.zeros(columns, dtype=bool),
        rows=tuple(Key("cover", (row,)) for row in range(rows)),
        columns=tuple(Key("activity", (column,)) for column in range(columns)),
        unused=(),
    )


@pytest.mark.parametrize("method", ["simplex", "ipx"])
def test_methods_agree_bit_for_bit_with_themselves_and_in_cost_with_each_other(method: str) -> None:
    first = solve(large_programme(), SolverOptions(method=method))
    second = solve(large_programme(), SolverOptions(method=method))

    assert np.array_equal(first.values, second.values)
    assert np.array_equal(first.row_duals, second.row_duals)
    assert first.objective == pytest.approx(solve(large_programme()).objective, rel=1e-9)


def test_whole_numbers_are_whole_and_the_constant_counts() -> None:
    solution = solve(knapsack())

    assert solution.values.tolist() == [1.0, 1.0]
    assert solution.objective == 8.0


def test_an_unknown_option_is_not_ignored() -> None:
    with pytest.raises(CarbonpathError) as raised:
        solve(compile_model(build_model(coal_cap())), SolverOptions(method="abacus"))

    assert (raised.value.problems[0].code, raised.value.problems[0].value) == ("CP-703", "abacus")


def hard_knapsacks(items: int = 60, sacks: int = 20) -> CompiledModel:
    """Return which items to leave out of `sacks` knapsacks: no proof within a few nodes of branch and bound."""
    rng = np.random.default_rng(0)
    worth, weight = rng.integers(5, 50, items), rng.integers(5, 60, (sacks, items))
    return CompiledModel(
        cost=-worth.astype(float),
        constant=0.0,
        matrix=csc_array(weight.astype(float)),
        row_lower=np.full(sacks, -np.inf),
        row_upper=weight.sum(axis=1) / 3.0,
        column_lower=np.zeros(items),
        column_upper=np.ones(items),
        integer=np.ones(items, dtype=bool),
        rows=tuple(Key("sack", (row,)) for row in range(sacks)),
        columns=tuple(Key("new_capacity", (column,)) for column in range(items)),
        unused=(),
    )


def test_a_plan_found_before_a_limit_is_kept_unproven() -> None:
    compiled = hard_knapsacks()

    with pytest.raises(StoppedError) as raised:
        solve(compiled, SolverOptions(node_limit=5), "knapsacks")

    plan = raised.value.solution
    assert (plan.sample, plan.status, raised.value.exit_code) == ("knapsacks", "unproven", 6)
    assert raised.value.problems[0].code == "CP-602"
    assert set(plan.values.tolist()) <= {0.0, 1.0}
    assert (compiled.matrix @ plan.values <= compiled.row_upper).all()
    assert plan.objective == pytest.approx(compiled.cost @ plan.values)
    assert 0.0 < plan.gap < 0.1


def test_a_node_limit_stops_at_the_same_plan_each_time() -> None:
    plans = []
    for _ in range(2):
        with pytest.raises(StoppedError) as raised:
            solve(hard_knapsacks(), SolverOptions(node_limit=5))
        plans.append(raised.value.solution.values)

    assert np.array_equal(*plans)


def test_a_limit_before_any_plan_leaves_no_plan() -> None:
    with pytest.raises(LimitError) as raised:
        solve(hard_knapsacks(), SolverOptions(time_limit=1e-9))

    assert not isinstance(raised.value, StoppedError)
    assert raised.value.problems[0].code == "CP-600"


def test_the_price_beside_whole_numbers_is_that_of_what_can_still_move() -> None:
    """At least 6.2 from whole ones as in `knapsack` or from any amount at 5 each: two of the first and 0.2 at 5."""
    small = knapsack()
    compiled = replace(
        small,
        cost=np.array([4.0, 3.0, 5.0]),
        matrix=csc_array(np.array([[3.0, 2.0, 1.0]])),
        row_lower=np.array([6.2]),
        column_lower=np.zeros(3),
        column_upper=np.full(3, 9.0),
        integer=np.array([True, True, False]),
        columns=(*small.columns, Key("activity", ("any",))),
    )

    solution = solve(compiled)

    assert solution.values == pytest.approx([2.0, 0.0, 0.2])
    assert solution.row_duals == pytest.approx([5.0])
    assert solution.complementarity == pytest.approx(0.0)
