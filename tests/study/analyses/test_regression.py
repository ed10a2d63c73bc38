"""Regression: weights of a plane in SRC, signs in PRCC, and how much a straight line explains."""

import math

import numpy as np
import pytest
from analytic_studies import by_factor, factors, ishigami, solved, study
from scipy.stats import pearsonr, rankdata

from carbonpath.study.analyses import regression
from carbonpath.study.designs.grid import Grid
from carbonpath.study.designs.latin_hypercube import LatinHypercube


def analysed(function, count=3, low=0.0, high=1.0, samples=400, **options):
    asked = study(LatinHypercube(samples=samples), factors(count, low, high))
    return list(regression.analyse(solved(asked, function, **options)))


def test_plane_is_explained_whole_and_squared_weights_add_up_to_one():
    rows = analysed(lambda x: 2.0 * x[:, 0] - x[:, 1])

    src = {name: value for name, (value, _, _) in by_factor(rows, "src").items()}
    assert src == pytest.approx({"x1": 2.0 / math.sqrt(5.0), "x2": -1.0 / math.sqrt(5.0), "x3": 0.0}, abs=0.03)
    assert sum(value**2 for value in src.values()) == pytest.approx(1.0, abs=0.06)
    assert by_factor(rows, "r2")[""][0] == pytest.approx(1.0)


def test_monotonous_curve_is_explained_better_by_ranks():
    rows = analysed(lambda x: np.exp(8.0 * x[:, 0]))

    assert by_factor(rows, "prcc")["x1"][0] > 0.99
    assert by_factor(rows, "rank_r2")[""][0] > by_factor(rows, "r2")[""][0] + 0.2


def test_curve_that_turns_is_not_explained_and_says_so():
    rows = analysed(ishigami, low=-math.pi, high=math.pi)

    assert by_factor(rows, "r2")[""][0] < 0.4


def test_prcc_is_the_correlation_of_what_the_other_ranks_leave():
    generator = np.random.default_rng(3)
    inputs = np.column_stack([rankdata(column) for column in generator.random((3, 200))])
    output = rankdata(inputs @ [1.0, 0.5, 0.0] + 20.0 * generator.random(200))

    def left(column):
        others = np.column_stack([np.ones(200), inputs[:, 1:]])
        return column - others @ np.linalg.lstsq(others, column, rcond=None)[0]

    found = regression.partial_correlations(inputs, output)
    assert found[0] == pytest.approx(pearsonr(left(inputs[:, 0]), left(output))[0])


def test_whole_explanation_leaves_no_correlation_to_idle_factors():
    rows = analysed(lambda x: np.exp(8.0 * x[:, 0]))

    assert by_factor(rows, "prcc")["x2"][0] == pytest.approx(0.0, abs=1e-3)


def test_interval_of_an_idle_factor_holds_zero_nearly_always():
    def interval(seed):
        asked = study(LatinHypercube(samples=80), factors(2), seed=seed)
        rows = list(regression.analyse(solved(asked, lambda x: x[:, 0] + np.sin(1e4 * x[:, 0] + x[:, 1]))))
        return by_factor(rows, "prcc")["x2"]

    held = [low <= 0.0 <= high for _, low, high in map(interval, range(30))]
    assert sum(held) >= 25


def test_samples_without_a_plan_lower_the_share_that_is_told():
    rows = analysed(lambda x: x[:, 0] + x[:, 1], without_plan=lambda x: x[:, 2] > 0.5)

    assert {row.share for row in rows if row.outcome == "cost"} == {0.5}


def test_too_few_samples_say_nothing():
    assert analysed(lambda x: x[:, 0], samples=12) == []
    grid = study(Grid(levels={"x1": 2}), factors(1))
    assert not regression.applies(solved(grid, lambda x: x[:, 0]))


def test_outcome_that_moves_in_one_sample_only_is_taken():
    rows = analysed(lambda x: (x[:, 0] == x[:, 0].max()).astype(float), samples=60)

    assert all(np.isfinite([row.value, row.low, row.high]).all() for row in rows if row.low is not None)
