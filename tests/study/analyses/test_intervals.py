"""Intervals of shares and of resampled statistics cover what they should."""

import numpy as np
import pytest

from carbonpath.study.analyses.intervals import bootstrap, wilson


def test_wilson_of_the_textbook():
    assert wilson(15, 100) == pytest.approx((0.0931, 0.2328), abs=1e-4)


@pytest.mark.parametrize(("count", "size"), [(0, 20), (20, 20), (0, 0)], ids=["none", "all", "no samples"])
def test_wilson_stays_between_nothing_and_all(count, size):
    low, high = wilson(count, size)

    assert 0.0 <= low < high <= 1.0
    assert (low == 0.0) is (count == 0)
    assert (high == 1.0) is (count == size)


def test_wilson_covers_a_share_about_95_times_in_a_hundred():
    counts = np.random.default_rng(1).binomial(80, 0.3, size=2000)

    covered = [low <= 0.3 <= high for low, high in (wilson(int(count), 80) for count in counts)]

    assert 0.93 < np.mean(covered) < 0.97


def test_bootstrap_of_a_mean_has_the_width_of_its_standard_error():
    numbers = np.random.default_rng(2).normal(5.0, 2.0, 400)

    low, high = bootstrap(lambda rows: np.array([numbers[rows].mean()]), numbers.size, seed=3)

    assert high[0] - low[0] == pytest.approx(2 * 1.96 * 2.0 / 20.0, rel=0.2)
