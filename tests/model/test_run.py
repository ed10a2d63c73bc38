"""The model as one function."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from systems import clean_and_dirty, coal_cap, many_lumpy_plants, one_of_everything, two_equal_furnaces

from carbonpath.core.errors import InfeasibleError
from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.highs import SolverOptions
from carbonpath.model.run import UnprovenError, solve_system
from carbonpath.model.solve import solve
from carbonpath.model.verify import check_result
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System


def test_two_runs_are_equal_bit_for_bit() -> None:
    first, second = solve_system(one_of_everything()), solve_system(one_of_everything())

    assert first.objective == second.objective
    assert first.result.equals(second.result)
    assert first.duals.equals(second.duals)


def test_the_order_of_the_rows_of_the_data_does_not_matter() -> None:
    system = two_equal_furnaces()
    turned = system.with_parameters({name: table.iloc[::-1] for name, table in system.parameters.items()})

    assert solve_system(turned).result.equals(solve_system(system).result)


def test_an_empty_list_of_changes_changes_nothing() -> None:
    system = one_of_everything()

    assert solve_system(apply_changes(system, [])).result.equals(solve_system(system).result)


def test_the_size_and_the_times_are_told() -> None:
    outcome = solve_system(coal_cap())

    assert (outcome.status, outcome.rows, outcome.columns, outcome.nonzeros) == ("optimal", 3, 3, 5)
    assert set(outcome.seconds) == {"build", "compile", "solve", "total"}
    assert outcome.max_residual < 1e-9
    assert outcome.gap < 1e-9
    assert outcome.tie_break.unique
    assert outcome.unused == ()


def test_an_infeasible_system_is_explained() -> None:
    system = clean_and_dirty(annual_emission_limit={("co2",): 20.0}, max_activity={("clean",): 50.0})

    with pytest.raises(InfeasibleError) as raised:
        solve_system(system, scenario="strict")

    assert [problem.code for problem in raised.value.problems] == ["CP-500", "CP-511", "CP-512", "CP-512", "CP-512"]


def least_cost(system: System) -> float:
    return solve(compile_model(build_model(system))).objective


@given(cap=st.floats(0.5, 6.0), tighter=st.floats(0.1, 1.0))
@settings(max_examples=15, deadline=None)
def test_tightening_a_cap_never_lowers_the_cost(cap: float, tighter: float) -> None:
    system = coal_cap(cap=cap)
    change = Change("max_group_activity", {"group": "coal_use"}, "scale", tighter)

    loose, tight = least_cost(system), least_cost(apply_changes(system, [change]))

    assert tight >= loose * (1 - 1e-9)


@given(limit=st.floats(0.0, 120.0), price=st.floats(0.0, 10.0))
@settings(max_examples=5, deadline=None)
def test_a_limit_holds_and_a_price_never_raises_emissions(limit: float, price: float) -> None:
    limited = solve_system(clean_and_dirty(annual_emission_limit={("co2",): limit})).result
    priced = solve_system(clean_and_dirty(emission_price={("co2",): price})).result

    assert limited.loc[limited["quantity"] == "annual_emissions", "value"].sum() <= limit * (1 + 1e-9) + 1e-9
    assert priced.loc[priced["quantity"] == "annual_emissions", "value"].sum() in (0.0, 100.0)


def test_a_plan_in_whole_units_that_a_limit_kept_unproven_comes_as_tables_with_the_error() -> None:
    with pytest.raises(UnprovenError) as raised:
        solve_system(many_lumpy_plants(), SolverOptions(node_limit=1), "lumpy")

    outcome = raised.value.outcome
    assert (raised.value.exit_code, raised.value.problems[0].code, outcome.status) == (6, "CP-602", "unproven")
    assert outcome.gap > 1e-6
    assert check_result(outcome.result, many_lumpy_plants()) == []
