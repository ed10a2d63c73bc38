"""Tipping values on a small system: the dirty way costs 3 CNY per t, the clean one 8."""

import pytest
from small_studies import prepared, scarce

from carbonpath.study.crossing import FINE
from carbonpath.study.expression import read_condition
from carbonpath.study.level import level_of
from carbonpath.study.tipping import Line, find_tips


@pytest.fixture(scope="module")
def programme(tmp_path_factory):
    return prepared(tmp_path_factory.mktemp("study")).programme


def cost_line(low=1.0, high=13.0):
    return Line("dirty_cost", 0, low, high, (3.0, 1.0))


def test_clean_way_comes_in_where_the_dirty_one_costs_as_much(programme):
    condition = read_condition("emissions_2022 < 50", programme.columns)

    found = find_tips(programme, cost_line(), condition)

    (tip,) = found.crossings.found
    assert tip.value == pytest.approx(8.0, abs=2 * FINE * 12.0)
    assert (tip.below.holds, tip.above.holds) == (False, True)
    assert tip.above.value - tip.below.value <= FINE * 12.0
    assert found.solves < 60


def test_condition_may_hold_below(programme):
    condition = read_condition("emissions_2022 > 50", programme.columns)

    (tip,) = find_tips(programme, cost_line(), condition).crossings.found

    assert (tip.below.holds, tip.above.holds) == (True, False)


@pytest.mark.parametrize(("text", "always"), [("cost > 0", True), ("cost < 0", False)])
def test_condition_that_never_changes_has_no_tip(programme, text, always):
    found = find_tips(programme, cost_line(), read_condition(text, programme.columns))

    assert found.crossings.found == ()
    assert found.crossings.low.holds is found.crossings.high.holds is always


def test_window_in_the_middle_has_two_tips(programme):
    text = "cost > 1000 and cost < 1500"

    found = find_tips(programme, cost_line(), read_condition(text, programme.columns))

    assert [tip.above.holds for tip in found.crossings.found] == [True, False]


def test_edge_of_what_can_be_planned_is_found(tmp_path):
    programme = prepared(tmp_path, scarce()).programme
    condition = read_condition("feasible == 0", (*programme.columns, "feasible"))

    (tip,) = find_tips(programme, Line("demand", 1, 0.5, 1.5, (3.0, 1.0)), condition).crossings.found

    assert tip.value == pytest.approx(130.0 / 120.0, abs=2 * FINE)


def test_level_is_the_number_of_the_system_in_the_last_year(programme):
    branch = next(iter(programme.branches.values()))

    cost, demand = (level_of(branch, factor, (5.0, 1.2)) for factor in (0, 1))

    assert (cost.low, cost.high, cost.year) == (5.0, 5.0, 2022)
    assert demand.low == pytest.approx(1.2 * 110.0)
    assert demand.unit == "Mt"
