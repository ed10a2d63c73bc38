"""Tornado: the scenario itself, and each factor at its two ends."""

import pytest
from analytic_studies import factor, solved, study

from carbonpath.study.analyses import tornado
from carbonpath.study.designs.grid import Grid
from carbonpath.study.designs.one_at_a_time import OneAtATime

MOVED = (factor("a", 0.0, 4.0, nominal=1.0), factor("b", 0.0, 2.0))


def test_ends_are_told_with_the_value_of_the_factor_there():
    rows = list(tornado.analyse(solved(study(OneAtATime(levels=3), MOVED), lambda x: 10.0 * x[:, 0] - x[:, 1])))

    told = {(row.factor, row.measure): (row.value, row.at) for row in rows}
    assert told == {
        ("", "base"): (9.0, 0.0),
        ("a", "low_end"): (-1.0, 0.0),
        ("a", "high_end"): (39.0, 4.0),
        ("b", "low_end"): (10.0, 0.0),
        ("b", "high_end"): (8.0, 2.0),
    }


def test_end_without_a_plan_is_told_as_such():
    results = solved(study(OneAtATime(), MOVED), lambda x: x[:, 0], without_plan=lambda x: x[:, 0] > 3.0)

    (row,) = [row for row in tornado.analyse(results) if row.measure == "no_plan"]
    assert (row.factor, row.at) == ("a", 4.0)


@pytest.mark.parametrize("design", [Grid(levels={"a": 2})], ids=["grid"])
def test_other_designs_do_not_allow_it(design):
    assert not tornado.applies(solved(study(design, MOVED), lambda x: x[:, 0]))
