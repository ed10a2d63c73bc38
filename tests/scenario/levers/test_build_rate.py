"""In a year no more is built than a share of what stood the year before, and a seed to start from."""

from __future__ import annotations

import pytest

RATE = """
build_rate:
  - technology: {technology}
    unit: "%"
    values: {{2021: 20}}
    seed: {{value: 1, unit: Mt/y}}
    reason: pace
    source: plan
"""


def test_growth_is_a_share_of_what_stood_and_a_seed(solve, plant):
    answer = solve(plant(), RATE.format(technology="plant"))

    # 10 stood in 2020: 20 % of them and 1 are built in 2021, the other 7 Mt are bought
    assert answer.of("new_capacity", "plant") == pytest.approx(3.0)
    assert answer.cost == pytest.approx(40 + 3 * 4 + 7 * 5)


def test_left_out_it_changes_nothing(solve, plant):
    assert solve(plant()).cost == pytest.approx(80.0)


def test_what_cannot_be_built_has_no_rate(refused_on, plant):
    (problem,) = refused_on(plant(), RATE.format(technology="buy"))

    assert (problem.code, problem.value) == ("CP-410", "buy")
