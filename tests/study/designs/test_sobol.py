"""Saltelli's samples: so many for each factor, and a power of two of them."""

import pytest
from analytic_studies import factors
from pydantic import ValidationError

from carbonpath.study.designs.sobol import Sobol


@pytest.mark.parametrize(("second", "times"), [(False, 5), (True, 8)], ids=["first and total", "pairs too"])
def test_number_of_samples(second, times):
    drawn = Sobol(samples=64, second_order=second).draw(factors(3), seed=1)

    assert drawn.values.shape == (64 * times, 3)


def test_samples_lie_within_the_ends_of_the_factor():
    drawn = Sobol(samples=64).draw(factors(3, 10.0, 20.0), seed=1)

    assert drawn.values.min() >= 10.0
    assert drawn.values.max() <= 20.0
    assert (drawn.values == 10.0 + 10.0 * drawn.shares).all()


def test_other_numbers_of_samples_are_refused_with_the_remedy():
    with pytest.raises(ValidationError, match="power of two"):
        Sobol(samples=100)
