"""Correlated samples: the rank correlation asked for, each factor keeping its own distribution."""

import numpy as np
import pytest
from analytic_studies import factors, study
from scipy.stats import kstest, spearmanr

from carbonpath.core.errors import ScenarioError
from carbonpath.study.correlation import correlated
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.sample import draw
from carbonpath.study.study import CorrelationBlock


@pytest.mark.parametrize("rank", [0.8, -0.5, 0.0], ids=["together", "against each other", "independent"])
def test_rank_correlation_is_the_one_asked_for(rank):
    group = CorrelationBlock(factors=("x1", "x3"), rank=rank)
    drawn = draw(study(LatinHypercube(samples=2000), factors(3), correlations=(group,)))

    assert spearmanr(drawn.values[:, 0], drawn.values[:, 2]).statistic == pytest.approx(rank, abs=0.05)
    assert spearmanr(drawn.values[:, 0], drawn.values[:, 1]).statistic == pytest.approx(0.0, abs=0.05)


def test_each_factor_keeps_its_distribution():
    group = CorrelationBlock(factors=("x1", "x2"), rank=0.9)
    drawn = draw(study(LatinHypercube(samples=1000), factors(2, 5.0, 7.0), correlations=(group,)))

    assert kstest((drawn.values[:, 1] - 5.0) / 2.0, "uniform").pvalue > 0.05


def test_correlation_that_three_cannot_all_have_is_refused():
    group = CorrelationBlock(factors=("a", "b", "c"), rank=-0.7)

    with pytest.raises(ScenarioError) as caught:
        correlated(np.full((4, 3), 0.5), ("a", "b", "c"), [group], "study.yaml")

    assert caught.value.problems[0].code == "CP-466"
