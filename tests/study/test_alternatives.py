"""Near-least-cost alternatives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from systems import clean_and_dirty, make_system

from carbonpath.core.errors import UsageError
from carbonpath.study.alternatives import Target, find_alternatives, find_extents
from carbonpath.system.system import System


def two_plants() -> System:
    """Return two plants to build for 1 Mt a year, at 100 and at 101 million CNY per Mt/y."""
    return make_system(
        {"cheap": "Mt/y", "dear": "Mt/y"},
        {"good": "equal"},
        {
            "output_activity_ratio": {("cheap", "good", "1"): 1.0, ("dear", "good", "1"): 1.0},
            "capital_cost": {("cheap",): 100.0, ("dear",): 101.0},
            "operational_life": {("cheap",): 1.0, ("dear",): 1.0},
            "demand": {("good",): 1.0},
        },
    )


@given(slack=st.floats(0.0, 0.5))
@settings(max_examples=5, deadline=None)
def test_a_slack_of_cost_buys_what_the_step_between_two_costs_says(slack: float) -> None:
    """300 million CNY of dirty goods, 5 CNY per t for clean ones instead: 300 x slack / 5 Mt may change."""
    targets = [Target("group_activity", "dirty_good"), Target("activity", "clean", (2020,))]

    dirty, clean = find_extents(clean_and_dirty(), targets, slack)

    assert (dirty.at_least_cost, dirty.most) == pytest.approx((100.0, 100.0))
    assert dirty.least == pytest.approx(100.0 - 60.0 * slack, abs=1e-6)
    assert (clean.least, clean.most) == pytest.approx((0.0, 60.0 * slack), abs=1e-6)


def test_what_nothing_bounds_has_no_most() -> None:
    system = make_system(
        ["mine", "dump"],
        {"stone": "equal"},
        {"output_activity_ratio": {("mine", "stone", "1"): 1.0}, "input_activity_ratio": {("dump", "stone", "1"): 1.0}},
    )

    (extent,) = find_extents(system, [Target("activity", "mine")], 0.0)

    assert (extent.least, extent.most) == (0.0, np.inf)


def test_an_unknown_target_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError) as raised:
        find_extents(clean_and_dirty(), [Target("group_activity", "coal")], 0.1)

    problem = raised.value.problems[0]
    assert (problem.code, problem.details["known"]) == ("CP-621", "all_good, clean_good, dirty_good")


def test_alternatives_build_something_else_until_there_is_nothing_else() -> None:
    plans = find_alternatives(two_plants(), 5, 0.02)

    built = [plan.result.loc[plan.result["quantity"] == "new_capacity", "technology"].tolist() for plan in plans]
    assert [plan.name for plan in plans][:2] == ["least cost", "1"]
    assert built[:2] == [["cheap"], ["dear"]]
    assert [plan.distance for plan in plans][:2] == pytest.approx([0.0, 1.0], abs=0.02)
    assert all(plan.cost <= plans[0].cost * 1.02 * (1 + 1e-9) for plan in plans)
    assert len(plans) == 2


def test_a_slack_too_small_leaves_a_mixture() -> None:
    plans = find_alternatives(two_plants(), 1, 0.004)

    amounts = plans[1].result.loc[plans[1].result["quantity"] == "new_capacity"].set_index("technology")["value"]
    assert amounts.to_dict() == pytest.approx({"cheap": 0.6, "dear": 0.4})
