"""Homes are heated from the network, fed by waste heat as far as asked, and old boilers close."""

from __future__ import annotations

import pytest

HEAT = """
district_heating:
  commodity: good
  {block}
"""
GROUPS = {"waste_heat_to_network": {"dear": 1.0}, "heat_to_network": {"dear": 1.0, "cheap": 1.0}}


@pytest.mark.parametrize(
    ("block", "made", "cost"),
    [
        ("demand: {unit: Mt/y, values: {2021: 12}, reason: r, source: s}", (0.0, 12.0), 24.0),
        ('waste_heat_share_min: {unit: "%", values: {2021: 40}, reason: r, source: s}', (4.0, 6.0), 32.0),
        ("boilers: [{technologies: [cheap], from_year: 2021, reason: r, source: s}]", (10.0, 0.0), 50.0),
        (
            "programmes: [{technology: cheap, kind: max_activity, unit: Mt, values: {2021: 9}, reason: r, source: s}]",
            (1.0, 9.0),
            23.0,
        ),
    ],
    ids=["homes connected", "waste heat first", "boilers close", "programme"],
)
def test_heat_comes_as_the_block_says(solve, two_ways, block, made, cost):
    answer = solve(two_ways(GROUPS), HEAT.format(block=block))

    assert answer.made("dear", "cheap") == pytest.approx(list(made))
    assert answer.cost == pytest.approx(20 + cost)


def test_left_out_it_changes_nothing(solve, two_ways):
    assert solve(two_ways(GROUPS)).cost == pytest.approx(40.0)


def test_unknown_boiler_is_refused_with_its_line(refused_on, two_ways):
    block = "boilers: [{technologies: [cheep], from_year: 2021, reason: r, source: s}]"

    (problem,) = refused_on(two_ways(GROUPS), HEAT.format(block=block))

    assert (problem.code, problem.details["nearest"]) == ("CP-444", "cheap")
