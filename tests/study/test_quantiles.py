"""Distributions by their quantiles: ends, medians, moments, and what is refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from scipy import stats

from carbonpath.study.distribution import Discrete, Lognormal, Normal, Triangular, Uniform, choose, within_ends

SHARES = np.linspace(0.001, 0.999, 999)
EVERY = [
    pytest.param(Uniform(kind="uniform", low=-1.0, high=3.0), stats.uniform(-1.0, 4.0), id="uniform"),
    pytest.param(
        Triangular(kind="triangular", low=0.6, mode=1.0, high=1.4), stats.triang(0.5, 0.6, 0.8), id="triangular"
    ),
    pytest.param(Normal(kind="normal", mean=2.0, deviation=0.5), stats.norm(2.0, 0.5), id="normal"),
    pytest.param(
        Normal(kind="normal", mean=0.0, deviation=1.0, low=-1.0, high=2.0), stats.truncnorm(-1.0, 2.0), id="cut normal"
    ),
    pytest.param(
        Lognormal(kind="lognormal", median=3.0, spread=1.5), stats.lognorm(np.log(1.5), scale=3.0), id="lognormal"
    ),
]


@pytest.mark.parametrize(("shape", "known"), EVERY)
def test_quantiles_are_those_of_the_distribution(shape, known):
    assert shape.quantile(SHARES) == pytest.approx(known.ppf(SHARES))


@pytest.mark.parametrize(("shape", "known"), EVERY)
def test_ends_that_a_design_asks_for_are_finite(shape, known):
    assert np.isfinite(shape.quantile(within_ends(shape, np.array([0.0, 1.0])))).all()


def test_discrete_values_come_by_weight():
    shape = Discrete(kind="discrete", values=(1.0, 2.0, 5.0), weights=(1.0, 2.0, 1.0))

    values, counts = np.unique(shape.quantile((np.arange(400) + 0.5) / 400), return_counts=True)

    assert dict(zip(values.tolist(), counts.tolist(), strict=True)) == {1.0: 100, 2.0: 200, 5.0: 100}


@given(st.lists(st.floats(0.1, 10.0), min_size=2, max_size=6), st.floats(0.0, 1.0))
def test_choice_is_always_a_member(weights, share):
    assert 0 <= choose(np.array([share]), tuple(weights))[0] < len(weights)


@pytest.mark.parametrize(
    ("model", "given"),
    [
        (Uniform, {"kind": "uniform", "low": 2.0, "high": 1.0}),
        (Triangular, {"kind": "triangular", "low": 0.0, "mode": 3.0, "high": 1.0}),
        (Normal, {"kind": "normal", "mean": 0.0, "deviation": 1.0, "low": 1.0, "high": 0.0}),
        (Lognormal, {"kind": "lognormal", "median": 1.0, "spread": 1.0}),
        (Discrete, {"kind": "discrete", "values": (2.0, 1.0)}),
        (Discrete, {"kind": "discrete", "values": (1.0, 2.0), "weights": (1.0,)}),
    ],
    ids=["ends reversed", "mode outside", "cut reversed", "no spread", "values falling", "weights missing"],
)
def test_what_is_no_distribution_is_refused(model, given):
    with pytest.raises(ValidationError):
        model(**given)
