"""Allowances are free for a part of the benchmark: for each unit of output, or whatever the output."""

from __future__ import annotations

import pytest

RULE = """
free_allocation:
  - technologies: [cheap]
    kind: {kind}
    values: {{2021: {value}}}
    reason: rule
    source: plan
"""
MARKET = {"emission_price": {("co2",): 4.0}, "free_allocation": {("cheap", "co2"): 0.9}}


@pytest.mark.parametrize(
    ("kind", "value", "cheap", "cost"),
    [("output_based", 0.5, 10.0, 42.0), ("output_based", 0.1, 0.0, 50.0), ("fixed", 1.0, 0.0, 50.0)],
    ids=["half of the benchmark", "a tenth of it", "fixed"],
)
def test_allowances_move_the_choice_only_as_far_as_they_follow_output(solve, two_ways, kind, value, cheap, cost):
    # 2 + 4 x (1 - 0.9 x 0.5) = 4.2 CNY per t, cheaper than 5; 2 + 4 x (1 - 0.09) = 5.64, or 2 + 4 = 6, dearer
    answer = solve(two_ways(**MARKET), RULE.format(kind=kind, value=value))

    assert answer.made("cheap")[0] == pytest.approx(cheap)
    assert answer.cost == pytest.approx(24.0 + cost)


def test_left_out_it_changes_nothing(solve, two_ways):
    # 2 + 4 x 0.1 = 2.4 CNY per t in either year
    assert solve(two_ways(**MARKET)).cost == pytest.approx(48.0)


def test_technology_without_allowances_is_refused(refused_on, two_ways):
    (problem,) = refused_on(two_ways(**MARKET), RULE.format(kind="fixed", value=1).replace("cheap", "dear"))

    assert (problem.code, problem.value) == ("CP-419", "dear")
