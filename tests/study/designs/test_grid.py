"""Grids: every combination, the last factor running fastest."""

import pytest
from analytic_studies import factor, factors, switch
from pydantic import ValidationError

from carbonpath.study.designs.grid import Grid


def test_every_combination_is_there_once_and_lines_are_walked():
    drawn = Grid(levels={"x1": 2, "x2": (0.0, 0.1, 0.9)}).draw(factors(2), seed=0)

    assert drawn.values.tolist() == [[0, 0], [0, 0.1], [0, 0.9], [1, 0], [1, 0.1], [1, 0.9]]
    assert drawn.walks == ((0, 1, 2), (3, 4, 5))


def test_factors_that_are_not_named_stay_as_in_the_scenario():
    drawn = Grid(levels={"x2": 3}).draw([factor("x1", 0.0, 8.0), factor("x2")], seed=0)

    assert drawn.values[:, 0].tolist() == [4, 4, 4]


def test_switch_runs_through_its_alternatives():
    drawn = Grid(levels={"s": 9}).draw([switch("s", one=1.0, two=3.0)], seed=0)

    assert drawn.values[:, 0].tolist() == [0, 1]


def test_one_level_is_no_grid():
    with pytest.raises(ValidationError):
        Grid(levels={"x1": 1})
