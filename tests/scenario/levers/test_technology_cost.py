"""Technologies cost more or less than the library says, by factors or by learning year after year."""

from __future__ import annotations

import pytest

COST = """
technology_cost:
  {block}
"""


@pytest.mark.parametrize(
    ("block", "cost"),
    [
        ("scale: [{technologies: [plant], values: {2021: 0.5}, reason: r, source: s}]", 20.0),
        ("scale: [{technologies: [plant], values: {2021: 2}, reason: r, source: s}]", 50.0),
        ("scale: [{technologies: [buy], cost: variable, values: {2021: 0.6}, reason: r, source: s}]", 30.0),
        ("learning: [{technologies: [plant], from_year: 2019, yearly_fall: 10, reason: r, source: s}]", 32.4),
    ],
    ids=["half", "double, so that the good is bought", "cheaper to buy", "two years of learning"],
)
def test_cost_follows_the_factor(solve, plant, block, cost):
    # 2021: 10 Mt from the plant at 4 CNY or bought at 5, whichever is cheaper then; 10 x 4 x 0.9^2 = 32.4
    assert solve(plant(), COST.format(block=block)).cost == pytest.approx(40 + cost)


def test_left_out_it_changes_nothing(solve, plant):
    assert solve(plant()).cost == pytest.approx(80.0)


def test_cost_that_the_system_does_not_have_is_refused(refused_on, plant):
    block = "scale: [{technologies: [plant], cost: fixed, values: {2021: 2}, reason: r, source: s}]"

    (problem,) = refused_on(plant(), COST.format(block=block))

    assert (problem.code, problem.details["parameter"]) == ("CP-419", "fixed_cost")
