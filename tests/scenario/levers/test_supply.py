"""What the district draws of a commodity in a year stays below a ceiling."""

from __future__ import annotations

import pytest
from systems import make_system

CEILING = """
supply:
  - {commodity: gas, unit: 万t/y, values: {2021: 400}, reason: pipeline, source: plan}
"""


@pytest.fixture
def boilers():
    """Return 10 Mt of steam a year from gas (bought at 3 CNY) or power (5 CNY): 30 a year, 60 million CNY in all."""
    return make_system(
        ["BUY.gas", "burn", "electrify"],
        {"gas": "equal", "steam": "equal"},
        {
            "output_activity_ratio": {
                ("BUY.gas", "gas", "1"): 1.0,
                ("burn", "steam", "1"): 1.0,
                ("electrify", "steam", "1"): 1.0,
            },
            "input_activity_ratio": {("burn", "gas", "1"): 1.0},
            "variable_cost": {("BUY.gas", "1"): 3.0, ("electrify", "1"): 5.0},
            "demand": {("steam",): 10.0},
            "discount_rate": {(): 0.0},
        },
        years=(2020, 2021),
    )


def test_beyond_the_ceiling_another_source_serves(solve, boilers):
    answer = solve(boilers, CEILING)

    # 4 Mt from gas, 6 from power: 12 + 30
    assert answer.made("burn", "electrify") == pytest.approx([4.0, 6.0])
    assert answer.cost == pytest.approx(30 + 42)


def test_left_out_it_changes_nothing(solve, boilers):
    assert solve(boilers).cost == pytest.approx(60.0)


def test_unknown_commodity_names_the_nearest(refused_on, boilers):
    (problem,) = refused_on(boilers, CEILING.replace("commodity: gas", "commodity: steem"))

    assert (problem.code, problem.details["nearest"]) == ("CP-446", "steam")
