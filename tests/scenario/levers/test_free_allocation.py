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


FACTS = {**MARKET, "min_activity": {("cheap", 2020): 10.0}}


@pytest.mark.parametrize(
    ("value", "cheap", "cost"),
    [(0.5, 10.0, 42.0), (0.1, 0.0, 50.0)],
    ids=["half of the benchmark", "a tenth of it"],
)
def test_allowances_move_the_choice_only_as_far_as_they_follow_output(solve, two_ways, value, cheap, cost):
    # 2 + 4 x (1 - 0.9 x 0.5) = 4.2 CNY per t, cheaper than 5; 2 + 4 x (1 - 0.09) = 5.64, dearer
    answer = solve(two_ways(**MARKET), RULE.format(kind="output_based", value=value))

    assert answer.made("cheap")[0] == pytest.approx(cheap)
    assert answer.cost == pytest.approx(24.0 + cost)


@pytest.mark.parametrize(
    ("of", "given"), [("output", 0.9 * 10.0), ("emissions", 1.0 * 10.0)], ids=["output x benchmark", "emissions"]
)
def test_fixed_allowances_move_no_choice_and_save_their_price(solve, two_ways, of, given):
    # 2 + 4 = 6 CNY per t, dearer than 5: all is made the dear way, 50 million CNY, less 4 CNY for each t given
    answer = solve(two_ways(**FACTS), RULE.format(kind="fixed", value=1) + f"    of: {of}\n")

    assert answer.made("cheap")[0] == pytest.approx(0.0)
    assert answer.cost == pytest.approx(24.0 + 50.0 - 4.0 * given)


def test_fixed_and_output_based_differ_in_the_plan(solve, two_ways):
    # 2 + 4 x 0.1 = 2.4 CNY per t where the same allowances follow output
    answer = solve(two_ways(**FACTS), RULE.format(kind="output_based", value=1))

    assert answer.made("cheap")[0] == pytest.approx(10.0)
    assert answer.cost == pytest.approx(24.0 + 24.0)


def test_left_out_it_changes_nothing(solve, two_ways):
    # 2 + 4 x 0.1 = 2.4 CNY per t in either year
    assert solve(two_ways(**MARKET)).cost == pytest.approx(48.0)


def test_technology_without_allowances_is_refused(refused_on, two_ways):
    (problem,) = refused_on(two_ways(**MARKET), RULE.format(kind="fixed", value=1).replace("cheap", "dear"))

    assert (problem.code, problem.value) == ("CP-419", "dear")


def test_fixed_allowances_need_a_surveyed_base_year(refused_on, two_ways):
    (problem,) = refused_on(two_ways(**MARKET), RULE.format(kind="fixed", value=1))

    assert (problem.code, problem.value) == ("CP-733", "cheap")
