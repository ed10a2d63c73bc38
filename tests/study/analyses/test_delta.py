"""Borgonovo's delta against SALib's own, and against values known in closed form."""

import numpy as np
import pytest
from SALib.analyze import delta as salib_delta

from carbonpath.study.analyses.delta import class_count, delta_index
from carbonpath.study.salib import quiet


@pytest.fixture(scope="module")
def plane():
    """Return 400 samples of two factors and their weighted sum."""
    inputs = np.random.default_rng(1).normal(size=(400, 2))
    return inputs, inputs @ [2.0, 1.0]


def test_equals_that_of_salib_within_both_intervals(plane):
    inputs, output = plane
    problem = {"num_vars": 2, "names": ["a", "b"], "bounds": [[-5, 5]] * 2}
    with quiet(1) as seed:
        theirs = salib_delta.analyze(problem, inputs, output, num_resamples=8, method="delta", seed=seed)["delta_raw"]

    for column in range(2):
        value, low, high = delta_index(inputs[:, column], output, seed=1)
        assert value == pytest.approx(theirs[column], abs=0.05)
        assert low <= value <= high


def test_factor_that_is_the_outcome_has_nearly_all(plane):
    inputs, _ = plane

    assert delta_index(inputs[:, 0], inputs[:, 0], seed=1)[0] > 0.7


def test_idle_factor_has_nearly_none(plane):
    _, output = plane
    idle = np.random.default_rng(9).random(output.size)

    assert delta_index(idle, output, seed=1)[0] < 0.06


def test_classes_grow_with_the_samples_to_a_limit():
    assert [class_count(size) for size in (50, 500, 5000, 10**6)] == sorted(
        class_count(size) for size in (50, 500, 5000, 10**6)
    )
    assert class_count(10**9) == 48
