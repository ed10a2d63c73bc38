"""A programme in which every policy limit may give way at a price."""

from __future__ import annotations

import numpy as np
import pytest
from systems import clean_and_dirty, one_of_everything

from carbonpath.model.build import build_model
from carbonpath.model.compile import compile_model
from carbonpath.model.constraints import CONSTRAINTS
from carbonpath.model.elastic import (
    DEMAND_WEIGHT,
    DEMANDS,
    POLICY,
    elastic_programme,
    elastic_slacks,
    given_limit,
    slack_values,
)
from carbonpath.model.solve import solve

STORAGE = {module.__name__.rpartition(".")[2] for module in CONSTRAINTS if "storage" in module.__name__}


def test_policy_rows_are_all_that_people_set() -> None:
    listed = [module.__name__.rpartition(".")[2] for module in CONSTRAINTS]
    physics = {*DEMANDS, "capacity_adequacy", "annual_availability", "whole_units", *STORAGE}
    physics |= {"max_timeslice_group_share"}
    retirement = {"retirement_of_residual", "retirement_is_final"}
    not_told_by_one_number = {"reserve_margin", "renewable_target", "equal_user_constraint"}
    others = physics | retirement | not_told_by_one_number

    assert [name for name in listed if not name.endswith("_definition") and name not in others] == list(POLICY)


def test_each_policy_row_and_each_demand_may_give_way() -> None:
    compiled = compile_model(build_model(one_of_everything()))

    rows = {str(compiled.rows[slack.row]) for slack in elastic_slacks(compiled)}

    assert "max_group_activity[district,coal_use,2020]" in rows
    assert "commodity_balance[district,good,day,2020]" in rows
    assert "commodity_balance[district,ore,day,2020]" not in rows
    assert "capacity_adequacy[district,plant,day,2020]" not in rows


def test_one_percent_of_each_limit_has_the_same_price_and_demand_a_higher_one() -> None:
    limits = {"max_activity": {("clean",): 50.0}, "annual_emission_limit": {("co2",): 20.0}}
    compiled = compile_model(build_model(clean_and_dirty(**limits)))

    percent = {
        compiled.rows[slack.row].family: slack.price * given_limit(compiled, slack.row)
        for slack in elastic_slacks(compiled)
    }

    assert percent == pytest.approx(
        {"commodity_balance": DEMAND_WEIGHT, "max_activity": 1.0, "annual_emission_limit": 1.0}
    )


def test_what_is_feasible_gives_way_nowhere() -> None:
    compiled = compile_model(build_model(one_of_everything()))

    solution = solve(elastic_programme(compiled, elastic_slacks(compiled)))

    assert solution.objective == pytest.approx(0.0, abs=1e-9)
    assert np.abs(slack_values(compiled, solution.values)).max() == pytest.approx(0.0, abs=1e-9)
