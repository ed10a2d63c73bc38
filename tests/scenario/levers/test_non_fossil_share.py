"""At least a share of the power used is not fossil."""

from __future__ import annotations

import pytest

SHARE = """
non_fossil_share:
  unit: "%"
  values: {{2021: {value}}}
  reason: target
  source: plan
"""
GROUPS = {"non_fossil_power": {"dear": 1.0}, "power_used": {"dear": 1.0, "cheap": 1.0}}


def test_share_is_met_at_the_cost_of_the_dear_way(solve, two_ways):
    answer = solve(two_ways(GROUPS), SHARE.format(value=30))

    # 3 Mt at 5 and 7 at 2
    assert answer.made("dear", "cheap") == pytest.approx([3.0, 7.0])
    assert answer.cost == pytest.approx(20 + 29)


def test_left_out_it_changes_nothing(solve, two_ways):
    assert solve(two_ways(GROUPS)).cost == pytest.approx(40.0)


def test_more_than_the_whole_is_refused(refused_on, two_ways):
    (problem,) = refused_on(two_ways(GROUPS), SHARE.format(value=130))

    assert (problem.code, problem.value) == ("CP-449", "130")
