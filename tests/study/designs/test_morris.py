"""Trajectories of Morris: one factor a step, ends of the range included."""

import numpy as np
import pytest
from analytic_studies import factors
from pydantic import ValidationError

from carbonpath.study.designs.morris import Morris


def test_each_step_moves_one_factor_and_each_factor_steps_once_a_trajectory():
    drawn = Morris(trajectories=5).draw(factors(4), seed=1)

    steps = np.diff(drawn.shares.reshape(5, 5, 4), axis=1) != 0.0
    assert (steps.sum(axis=2) == 1).all()
    assert (steps.sum(axis=1) == 1).all()


def test_levels_are_evenly_spaced_from_end_to_end():
    drawn = Morris(trajectories=20, levels=4).draw(factors(3, 0.0, 3.0), seed=1)

    assert np.unique(drawn.values.round(9)).tolist() == [0, 1, 2, 3]


def test_seed_decides():
    design = Morris(trajectories=4)

    assert (design.draw(factors(3), 1).values == design.draw(factors(3), 1).values).all()
    assert (design.draw(factors(3), 1).values != design.draw(factors(3), 2).values).any()


def test_odd_levels_are_refused():
    with pytest.raises(ValidationError):
        Morris(trajectories=4, levels=5)
