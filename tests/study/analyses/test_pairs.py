"""Pairs: every combination of a grid, those without a plan among them."""

from analytic_studies import factors, solved, study

from carbonpath.study.analyses import pairs
from carbonpath.study.designs.grid import Grid
from carbonpath.study.designs.one_at_a_time import OneAtATime


def test_every_combination_is_told():
    asked = study(Grid(levels={"x1": 2, "x2": 3}), factors(2))

    rows = list(pairs.analyse(solved(asked, lambda x: x[:, 0] + 10.0 * x[:, 1])))

    assert [(row.at, row.at_other, row.value) for row in rows] == [
        (0, 0, 0),
        (0, 0.5, 5),
        (0, 1, 10),
        (1, 0, 1),
        (1, 0.5, 6),
        (1, 1, 11),
    ]


def test_combination_without_a_plan_is_told_as_such():
    asked = study(Grid(levels={"x1": 2, "x2": 2}), factors(2))

    rows = list(pairs.analyse(solved(asked, lambda x: x[:, 0], without_plan=lambda x: x.sum(axis=1) > 1.5)))

    assert [row.measure for row in rows] == ["response", "response", "response", "no_plan"]


def test_three_factors_make_three_pairs_the_third_at_its_first_level():
    asked = study(Grid(levels={"x1": 2, "x2": 2, "x3": 2}), factors(3))

    rows = list(pairs.analyse(solved(asked, lambda x: x @ [1.0, 10.0, 100.0])))

    assert len(rows) == 3 * 4
    assert max(row.value for row in rows if (row.factor, row.other) == ("x1", "x2")) == 11.0


def test_one_factor_is_no_pair():
    asked = study(Grid(levels={"x1": 3}), factors(1))

    assert not pairs.applies(solved(asked, lambda x: x[:, 0]))
    assert not pairs.applies(solved(study(OneAtATime(), factors(2)), lambda x: x[:, 0]))
