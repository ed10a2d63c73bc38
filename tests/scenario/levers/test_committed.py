"""Projects that are decided are built in their year, whatever they cost."""

from __future__ import annotations

import pytest

PROJECT = """
committed:
  - technology: old
    capacity: {{value: 3, unit: Mt/y}}
    year: {year}
    reason: decided
    source: plan
"""


def test_project_is_built_though_it_costs_more(solve, plant):
    answer = solve(plant(), PROJECT.format(year=2021))

    # 40 in 2020; in 2021 3 Mt at 9 + 1 CNY, of which running costs less than building the plant, and 7 Mt at 4
    assert answer.of("new_capacity", "old") == pytest.approx(3.0)
    assert answer.cost == pytest.approx(40 + 3 * 10 + 7 * 4)


def test_left_out_it_changes_nothing(solve, plant):
    assert solve(plant()).of("new_capacity", "old") == 0.0


def test_project_brings_its_permit(solve, plant):
    ceiling = {("old",): 0.0}

    answer = solve(plant(max_capacity=ceiling, max_new_capacity=ceiling), PROJECT.format(year=2021))

    assert answer.of("total_capacity", "old") == pytest.approx(3.0)


def test_project_without_permit_is_held_against_the_ceiling(refused_on, plant):
    levers = PROJECT.format(year=2021) + "    permitted: false\n"

    (problem,) = refused_on(plant(max_new_capacity={("old",): 0.0}), levers)

    assert problem.code == "CP-451"


@pytest.mark.parametrize("year", [2020, 2050], ids=["measured year", "beyond the horizon"])
def test_year_in_which_nothing_can_be_built_is_refused(refused_on, plant, year):
    (problem,) = refused_on(plant(), PROJECT.format(year=year))

    assert (problem.code, problem.details["known"]) == ("CP-413", "2021")
