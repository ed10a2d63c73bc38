"""Space-filling samples: one in each slice, balanced, or growing without losing what was solved."""

import numpy as np
import pytest
from analytic_studies import factors, switch

from carbonpath.study.designs.latin_hypercube import LatinHypercube


def test_latin_hypercube_has_one_sample_in_each_slice_of_each_factor():
    drawn = LatinHypercube(samples=50).draw(factors(4), seed=1)

    slices = np.sort((drawn.shares * 50).astype(int), axis=0)
    assert (slices == np.arange(50)[:, None]).all()


@pytest.mark.parametrize("points", ["sobol", "random"])
def test_larger_study_begins_with_the_samples_of_a_smaller_one(points):
    small = LatinHypercube(samples=48, points=points).draw(factors(3), seed=5)
    large = LatinHypercube(samples=200, points=points).draw(factors(3), seed=5)

    assert (large.values[:48] == small.values).all()


@pytest.mark.parametrize("points", ["latin", "sobol"])
def test_quasi_random_mean_is_nearer_than_chance_would_bring_it(points):
    drawn = LatinHypercube(samples=256, points=points).draw(factors(5), seed=3)

    assert np.abs(drawn.values.mean(axis=0) - 0.5).max() < 0.2 / np.sqrt(12 * 256)


@pytest.mark.parametrize("points", ["latin", "sobol", "random"])
def test_switch_takes_its_alternatives_by_weight(points):
    drawn = LatinHypercube(samples=400, points=points).draw([switch("s", often=3.0, seldom=1.0)], seed=3)

    assert np.mean(drawn.values[:, 0] == 0.0) == pytest.approx(0.75, abs=0.06)
