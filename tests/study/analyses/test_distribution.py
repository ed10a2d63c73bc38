"""PAWN and delta from given data: the order of Ishigami's factors, and nothing from a factor that does nothing."""

import math

import pytest
from analytic_studies import by_factor, factors, ishigami, solved, study

from carbonpath.study.analyses import distribution
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.morris import Morris


@pytest.fixture(scope="module")
def found():
    """Return the indices of Ishigami's function with a fourth factor without effect, from 1,000 samples."""
    asked = study(LatinHypercube(samples=1000), factors(4, -math.pi, math.pi))
    return list(distribution.analyse(solved(asked, ishigami)))


@pytest.mark.parametrize("measure", ["pawn", "delta"])
def test_second_factor_of_ishigami_comes_first_and_the_idle_one_last(found, measure):
    values = {name: value for name, (value, _, _) in by_factor(found, measure).items()}

    assert sorted(values, key=values.get) == ["x4", "x3", "x1", "x2"]


def test_delta_of_an_idle_factor_is_near_zero_with_its_interval(found):
    value, low, high = by_factor(found, "delta")["x4"]

    assert value < 0.08
    assert low <= value <= high


def test_samples_without_a_plan_lower_the_share_that_is_told():
    asked = study(LatinHypercube(samples=200), factors(2))
    rows = list(distribution.analyse(solved(asked, lambda x: x[:, 0], without_plan=lambda x: x[:, 1] > 0.75)))

    assert {row.share for row in rows if row.outcome == "cost"} == {0.75}


def test_few_samples_say_nothing():
    asked = study(LatinHypercube(samples=40), factors(2))

    assert list(distribution.analyse(solved(asked, lambda x: x[:, 0]))) == []
    assert not distribution.applies(solved(study(Morris(trajectories=2), factors(2)), lambda x: x[:, 0]))
