"""FAST finds the indices of Ishigami's function, as SALib's test function has them."""

import math

import pytest
from analytic_studies import by_factor, factors, ishigami, solved, study

from carbonpath.study.analyses import fast
from carbonpath.study.designs.fast import Fast
from carbonpath.study.designs.morris import Morris


@pytest.fixture(scope="module")
def found():
    """Return the indices from three curves of 1,001 samples a factor."""
    asked = study(Fast(samples=1001, repeats=3), factors(3, -math.pi, math.pi))
    return list(fast.analyse(solved(asked, ishigami)))


@pytest.mark.parametrize(
    ("measure", "known", "error"),
    [("S1", (0.3139, 0.4424, 0.0), 0.03), ("ST", (0.5576, 0.4424, 0.2437), 0.05)],
    ids=["first order", "total"],
)
def test_ishigami_is_recovered(found, measure, known, error):
    values = [value for value, _, _ in by_factor(found, measure).values()]

    assert values == pytest.approx(known, abs=error)


def test_spread_of_the_curves_gives_an_interval(found):
    for value, low, high in by_factor(found, "S1").values():
        assert low < value < high
        assert high - low < 0.1


def test_one_curve_gives_no_interval():
    asked = study(Fast(samples=129), factors(3, -math.pi, math.pi))

    assert {(row.low, row.high) for row in fast.analyse(solved(asked, ishigami))} == {(None, None)}


def test_other_designs_do_not_allow_it():
    asked = study(Morris(trajectories=2), factors(2))

    assert not fast.applies(solved(asked, lambda x: x[:, 0]))
