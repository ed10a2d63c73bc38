"""Distributions told by their quantiles."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from scipy import stats

from carbonpath.study.distribution import Discrete, Lognormal, Normal, Triangular, Uniform, choose, within_ends

SHARES = np.linspace(0.005, 0.995, 100)
UNIFORM = Uniform(kind="uniform", low=2.0, high=6.0)
TRIANGULAR = Triangular(kind="triangular", low=1.0, mode=2.0, high=5.0)
NORMAL = Normal(kind="normal", mean=3.0, deviation=2.0)
CUT = Normal(kind="normal", mean=3.0, deviation=2.0, low=0.0, high=4.0)
LOGNORMAL = Lognormal(kind="lognormal", median=2.0, spread=1.5)


@pytest.mark.parametrize(
    ("shape", "known"),
    [
        (UNIFORM, stats.uniform(2.0, 4.0)),
        (TRIANGULAR, stats.triang(0.25, 1.0, 4.0)),
        (NORMAL, stats.norm(3.0, 2.0)),
        (CUT, stats.truncnorm(-1.5, 0.5, 3.0, 2.0)),
        (LOGNORMAL, stats.lognorm(np.log(1.5), scale=2.0)),
    ],
    ids=["uniform", "triangular", "normal", "normal cut off", "lognormal"],
)
def test_quantiles_are_those_of_the_textbook(shape, known) -> None:
    assert shape.quantile(SHARES) == pytest.approx(known.ppf(SHARES))


def test_a_list_is_chosen_from_by_weight() -> None:
    shape = Discrete(kind="discrete", values=(1.0, 5.0, 9.0), weights=(1.0, 2.0, 1.0))

    assert shape.quantile(np.array([0.0, 0.24, 0.26, 0.74, 0.76, 1.0])).tolist() == [1.0, 1.0, 5.0, 5.0, 9.0, 9.0]


def test_without_weights_all_are_alike() -> None:
    assert np.bincount(choose(SHARES, (1.0, 1.0))).tolist() == [50, 50]


def test_the_ends_of_what_is_unbounded_are_its_outer_hundredths() -> None:
    assert within_ends(NORMAL, np.array([0.0, 1.0])).tolist() == [0.01, 0.99]
    assert within_ends(CUT, np.array([0.0, 1.0])).tolist() == [0.0, 1.0]
    assert within_ends(UNIFORM, np.array([0.0, 1.0])).tolist() == [0.0, 1.0]


@given(share=st.floats(0.0, 1.0))
@settings(max_examples=30)
def test_no_value_lies_beyond_the_ends(share: float) -> None:
    one = np.array([share])

    assert 0.0 <= CUT.quantile(one)[0] <= 4.0
    assert 1.0 <= TRIANGULAR.quantile(one)[0] <= 5.0


@pytest.mark.parametrize(
    ("model", "given"),
    [
        (Uniform, {"kind": "uniform", "low": 2.0, "high": 2.0}),
        (Triangular, {"kind": "triangular", "low": 1.0, "mode": 9.0, "high": 2.0}),
        (Normal, {"kind": "normal", "mean": 0.0, "deviation": 1.0, "low": 2.0, "high": 1.0}),
        (Lognormal, {"kind": "lognormal", "median": 1.0, "spread": 1.0}),
        (Discrete, {"kind": "discrete", "values": (2.0, 1.0)}),
        (Discrete, {"kind": "discrete", "values": (1.0, 2.0), "weights": (1.0,)}),
    ],
    ids=["no width", "mode outside", "ends crossed", "no spread", "values falling", "a weight missing"],
)
def test_what_is_no_distribution_is_refused(model, given) -> None:
    with pytest.raises(ValidationError):
        model(**given)
