"""Distributions whose quantiles are the limits that the tables give."""

from __future__ import annotations

import numpy as np
import pytest

from carbonpath.inventory.distributions import Z_95, multipliers

EXTREMES = np.array([[-Z_95, 0.0, Z_95]])


def _quantiles(lower, upper):
    return list(multipliers(np.array([lower]), np.array([upper]), EXTREMES)[0])


@pytest.mark.parametrize(
    ("lower", "upper"),
    [(-5, 5), (-50, 150), (-90, 900), (-20.4, 10.9), (-2, 5), (-100, 400), (-1, 1.0000001)],
    ids=["normal", "skewed", "factor of ten", "skewed to the left", "slightly", "down to zero", "nearly symmetric"],
)
def test_limits_are_the_quantiles(lower, upper):
    assert _quantiles(lower, upper) == pytest.approx([1 + lower / 100, 1.0, 1 + upper / 100], abs=1e-6)


def test_a_factor_of_ten_either_way_is_lognormal():
    """Limits 0.1 and 10: ln X is normal around 0."""
    drawn = multipliers(np.array([-90.0]), np.array([900.0]), np.array([[0.5]]))

    assert drawn[0, 0] == pytest.approx(10 ** (0.5 / Z_95))


def test_nothing_is_negative():
    drawn = multipliers(np.array([-100.0]), np.array([400.0]), np.array([[-6.0, 6.0]]))

    assert drawn.min() == 0


def test_what_is_exact_stays():
    assert _quantiles(0.0, 0.0) == [1, 1, 1]
