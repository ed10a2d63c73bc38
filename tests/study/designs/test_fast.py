"""Curves of FAST: one a factor, dense enough for its harmonics."""

import numpy as np
from analytic_studies import factors

from carbonpath.study.designs.fast import Fast


def test_one_curve_a_factor_each_covering_the_range_evenly():
    drawn = Fast(samples=129).draw(factors(3, 0.0, 1.0), seed=1)

    assert drawn.values.shape == (3 * 129, 3)
    for curve in range(3):
        own = np.sort(drawn.values[curve * 129 : (curve + 1) * 129, curve])
        assert np.abs(own - np.linspace(0.0, 1.0, 129)).max() < 0.03


def test_seed_decides():
    assert (Fast(samples=65).draw(factors(2), 1).values == Fast(samples=65).draw(factors(2), 1).values).all()


def test_repetitions_are_curves_shifted_at_random():
    drawn = Fast(samples=65, repeats=3).draw(factors(2), seed=1)

    one, two, three = drawn.values.reshape(3, -1)
    assert (one == Fast(samples=65).draw(factors(2), seed=1).values.ravel()).all()
    assert (one != two).any()
    assert (two != three).any()
