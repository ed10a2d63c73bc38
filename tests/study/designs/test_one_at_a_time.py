"""One at a time: the scenario first, each factor alone outwards from it."""

import numpy as np
from analytic_studies import factor, shaped, switch

from carbonpath.study.designs.one_at_a_time import OneAtATime
from carbonpath.study.distribution import Lognormal


def test_two_levels_are_the_scenario_and_both_ends_of_each_factor():
    drawn = OneAtATime().draw([factor("a", 0.0, 2.0), factor("b", 0.5, 1.5)], seed=0)

    assert drawn.values.tolist() == [[1, 1], [0, 1], [2, 1], [1, 0.5], [1, 1.5]]
    assert drawn.walks == ((0,), (1,), (2,), (3,), (4,))


def test_sweeps_lead_outwards_from_the_scenario_so_that_each_step_is_short():
    drawn = OneAtATime(levels=5).draw([factor("a", 0.0, 4.0, nominal=1.0)], seed=0)

    assert drawn.values[:, 0].tolist() == [1, 0, 2, 3, 4]
    assert drawn.walks == ((0,), (1,), (2, 3, 4))


def test_end_without_bound_is_the_likely_one():
    drawn = OneAtATime().draw([shaped("a", Lognormal(kind="lognormal", median=1.0, spread=1.2))], seed=0)

    low, high = sorted(drawn.values[1:, 0])
    assert np.isclose(low * high, 1.0)
    assert 1.4 < high < 1.6


def test_alternatives_are_tried_one_by_one_each_from_the_base():
    drawn = OneAtATime(levels=7).draw([switch("s", one=1.0, two=1.0, three=1.0)], seed=0)

    assert drawn.values[:, 0].tolist() == [0, 1, 2]
    assert drawn.walks == ((0,), (1,), (2,))


def test_shares_are_ranks_of_the_values():
    drawn = OneAtATime().draw([factor("a", 0.0, 2.0)], seed=0)

    assert drawn.shares[:, 0].tolist() == [0.5, 0.0, 1.0]
