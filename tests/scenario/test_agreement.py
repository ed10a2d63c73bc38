"""Whether the changes of a scenario agree with each other and with the limits of the system."""

from __future__ import annotations

import pytest

from carbonpath.scenario.agreement import check_contradictions, check_overlaps, shown
from carbonpath.system.change import Change

WHERE = {"region": "q", "technology": "F08.TRK_BEV_SWAP", "year": 2022}


def change(parameter="max_capacity", value=1.0, operation="set", line=1, **where):
    source = f"scenarios/a.yaml, line {line}"
    return Change(parameter, {**WHERE, **where}, operation, value, source=source, lever="capacity")


def test_number_set_twice_differently_is_told_with_both_places():
    (problem,) = check_overlaps([change(value=1.0, line=3), change(value=2.0, line=9)])

    assert (problem.code, problem.file) == ("CP-452", "scenarios/a.yaml, line 9")
    assert problem.details["other"] == "scenarios/a.yaml, line 3"
    assert problem.value == "max_capacity[F08.TRK_BEV_SWAP, 2022]"


@pytest.mark.parametrize(
    "pair",
    [
        [change(), change()],
        [change(operation="scale"), change(operation="scale", value=2.0)],
        [change(operation="add"), change(operation="add", value=2.0)],
        [change(), change(year=2023, value=2.0)],
    ],
    ids=["set alike", "scaled twice", "added twice", "another year"],
)
def test_changes_whose_order_is_immaterial_are_allowed(pair):
    assert check_overlaps(pair) == []


@pytest.mark.parametrize("operations", [("set", "scale"), ("add", "set"), ("add", "scale")])
def test_changes_whose_order_would_decide_are_told(operations):
    assert check_overlaps([change(operation=operation) for operation in operations])


def test_lower_limit_above_the_standing_upper_is_told_once_a_year(district):
    floors = [change("min_capacity", 0.6, year=year) for year in (2022, 2023)]

    problems = check_contradictions(floors, district)

    assert [problem.code for problem in problems] == ["CP-451", "CP-451"]
    assert problems[0].details["high_source"] == "data"


def test_lower_limit_below_the_new_upper_is_allowed(district):
    changes = [change("min_capacity", 0.6), change("max_capacity", 0.7)]

    assert check_contradictions(changes, district) == []


def test_what_no_change_touches_is_not_judged(district):
    assert check_contradictions([change("min_activity", 9.0)], district) == []


def test_change_is_shown_without_its_region():
    assert shown(change()) == "max_capacity[F08.TRK_BEV_SWAP, 2022]"
