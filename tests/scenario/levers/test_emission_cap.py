"""CO2 stays within a cap, does not rise after a year, or keeps a budget of all years."""

from __future__ import annotations

import pytest

CAP = """
emission_cap:
  {block}
"""
GROWING = {("good", 2020): 10.0, ("good", 2021): 12.0}


@pytest.mark.parametrize(
    ("block", "dear"),
    [
        ("caps: [{unit: Mt, values: {2021: 7}, reason: r, source: s}]", 5.0),
        ('caps: [{unit: "%", values: {2021: 90}, reason: r, source: s}]', 3.0),
        ("peaks: [{year: 2020, reason: r, source: s}]", 2.0),
        ("peaks: [{year: 2020, yearly_fall: 5, reason: r, source: s}]", 2.5),
        ("peaks: [{year: 2020, leeway: 10, reason: r, source: s}]", 1.0),
        ("peaks: [{year: 2020, yearly_fall: 5, leeway: 10, reason: r, source: s}]", 1.55),
        ("budgets: [{total: {value: 20.5, unit: Mt}, reason: r, source: s}]", 1.5),
    ],
    ids=["amount", "part of the base year", "no rise", "yearly fall", "plateau", "fall with leeway", "budget"],
)
def test_least_cost_path_within_the_cap(solve, two_ways, block, dear):
    # 10 Mt CO2 in 2020, 12 in 2021; every tonne avoided is a tonne made the dear way, 3 CNY more
    answer = solve(two_ways(demand=GROWING), CAP.format(block=block))

    assert sum(answer.made("dear", year=year)[0] for year in (2020, 2021)) == pytest.approx(dear)
    assert answer.cost == pytest.approx(44 + 3 * dear)


def test_left_out_it_changes_nothing(solve, two_ways):
    assert solve(two_ways(demand=GROWING)).cost == pytest.approx(44.0)


def test_unknown_boundary_is_refused_with_its_line(refused_on, two_ways):
    (problem,) = refused_on(two_ways(), CAP.format(block="peaks: [{boundary: x, year: 2020, reason: r, source: s}]"))

    assert (problem.code, problem.place) == ("CP-420", "levers.emission_cap.peaks.0.boundary, line 4")
