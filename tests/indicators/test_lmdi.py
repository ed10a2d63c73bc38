"""LMDI-I: published numbers, limits at zero, and what must hold of any decomposition."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from carbonpath.indicators.lmdi import additive_effects, logarithmic_mean, multiplicative_effects

PUBLISHED = {
    1971: [[1.0, 10.0, 2.0], [4.0, 5.0, 3.0]],
    1972: [[4.0, 5.0, 3.0], [5.0, 6.0, 4.0]],
    1973: [[8.0, 2.0, 4.0], [5.0, 7.0, 5.0]],
    1974: [[10.0, 1.0, 5.0], [6.0, 8.0, 6.0]],
}
"""Two categories of three factors in four years: the example of the R package LMDIR 0.1.14 (M. K. Heun), which
implements Ang (2005); its test suite (tests/testthat/test_lmdi.R) prints the results below."""

factors = arrays(float, (3, 4), elements=st.floats(0.01, 100.0))


@pytest.mark.parametrize(
    ("first", "additive", "multiplicative"),
    [
        (1971, [69.79006598, -9.455125793, 39.66505981], [1.761117821, 0.926191306, 1.379410116]),
        (1972, [42.96021467, -34.31902656, 50.3588119], [1.229284572, 0.847970248, 1.273773912]),
        (1973, [54.01064234, -9.021284671, 54.01064234], [1.208140223, 0.968911503, 1.208140223]),
    ],
)
def test_published_example_in_both_forms(first, additive, multiplicative):
    start, end = (np.array(PUBLISHED[year]) for year in (first, first + 1))

    assert additive_effects(start, end).sum(axis=0) == pytest.approx(additive, rel=1e-8)
    assert multiplicative_effects(start, end).prod(axis=0) == pytest.approx(multiplicative, rel=1e-8)


def test_worked_by_hand():
    """30 = 50 x 0.2 x 3 and 20 = 50 x 0.8 x 0.5 become 80 = 80 x 0.5 x 2 and 16 = 80 x 0.5 x 0.4.

    L(80, 30) = 50 / ln(8/3) = 50.9772, L(16, 20) = 4 / ln(5/4) = 17.9257; activity (50.9772 + 17.9257) ln 1.6 =
    32.3842, structure 50.9772 ln 2.5 + 17.9257 ln 0.625 = 38.2852, intensity 50.9772 ln (2/3) + 17.9257 ln 0.8 =
    -24.6694.
    """
    start = np.array([[50.0, 0.2, 3.0], [50.0, 0.8, 0.5]])
    end = np.array([[80.0, 0.5, 2.0], [80.0, 0.5, 0.4]])

    assert additive_effects(start, end).sum(axis=0) == pytest.approx([32.3842, 38.2852, -24.6694], abs=2e-3)


@given(factors, factors)
def test_nothing_is_left_over(start, end):
    before, after = start.prod(axis=1).sum(), end.prod(axis=1).sum()

    assert additive_effects(start, end).sum() == pytest.approx(after - before, rel=1e-9, abs=1e-6 * max(before, after))
    assert multiplicative_effects(start, end).prod() == pytest.approx(after / before, rel=1e-6)


@given(factors, factors)
def test_the_way_back_undoes_the_way_there(start, end):
    there, back = additive_effects(start, end), additive_effects(end, start)

    assert there == pytest.approx(-back)


@given(factors)
def test_what_does_not_change_has_no_effect(start):
    end = start.copy()
    end[:, 1] *= 1.5

    effects = additive_effects(start, end)

    assert effects[:, [0, 2, 3]] == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize(
    ("start", "end", "effects"),
    [
        ([0.0, 5.0], [2.0, 5.0], [10.0, 0.0]),
        ([2.0, 5.0], [0.0, 7.0], [-10.0, 0.0]),
        ([0.0, 0.0], [2.0, 5.0], [5.0, 5.0]),
        ([0.0, 5.0], [0.0, 9.0], [0.0, 0.0]),
        ([2.0, 5.0], [2.0, -1.0], [0.0, -12.0]),
        ([-2.0, 5.0], [-2.0, 10.0], [0.0, -10.0]),
    ],
    ids=["begins", "ends", "two begin", "never there", "changes sign", "negative throughout"],
)
def test_zero_and_sign(start, end, effects):
    assert additive_effects(np.array([start]), np.array([end]))[0] == pytest.approx(effects)


@given(st.floats(1e-3, 1e3))
def test_limit_of_a_vanishing_factor_is_what_zero_gives(size):
    """A factor of 1e-30 stands for zero, as Ang advises; the limit is reached slowly, within some percent."""
    nearly = additive_effects(np.array([[1e-300, size]]), np.array([[2.0, size * 1.1]]))
    zero = additive_effects(np.array([[0.0, size]]), np.array([[2.0, size * 1.1]]))

    assert nearly[0] == pytest.approx(zero[0], rel=1e-3, abs=1e-3 * size)


@pytest.mark.parametrize(
    ("a", "b", "mean"),
    [
        (8.0, 3.0, 5.0 / np.log(8.0 / 3.0)),
        (2.0, 2.0, 2.0),
        (0.0, 5.0, 0.0),
        (1.0, 1.0 + 1e-12, 1.0),
        (-2.0, -2.0, -2.0),
    ],
    ids=["apart", "equal", "zero", "nearly equal", "negative"],
)
def test_logarithmic_mean(a, b, mean):
    assert logarithmic_mean(a, b) == pytest.approx(mean)


@given(st.floats(1e-6, 1e6), st.floats(1e-6, 1e6))
def test_logarithmic_mean_lies_between_and_does_not_mind_the_order(a, b):
    mean = logarithmic_mean(a, b)

    assert min(a, b) * (1 - 1e-9) <= mean <= max(a, b) * (1 + 1e-9)
    assert mean == pytest.approx(logarithmic_mean(b, a))
