"""What is invested in a year, by all firms together, stays within a budget."""

from __future__ import annotations

import pytest

BUDGET = """
investment_budget:
  unit: 亿元
  values: {2021: 0.24}
  reason: budget
  source: plan
"""


def test_beyond_the_budget_the_good_is_bought(solve, plant):
    answer = solve(plant(), BUDGET)

    # 24 million CNY build 6 Mt/y at 4; the other 4 Mt are bought at 5
    assert answer.of("new_capacity", "plant") == pytest.approx(6.0)
    assert answer.cost == pytest.approx(40 + 24 + 20)


def test_left_out_it_changes_nothing(solve, plant):
    assert solve(plant()).cost == pytest.approx(80.0)
