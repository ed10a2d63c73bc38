"""Sobol indices: those of Ishigami's function and of the G function lie within their intervals."""

import math

import numpy as np
import pytest
from analytic_studies import by_factor, factors, g_indices, ishigami, sobol_g, solved, study

from carbonpath.study.analyses import sobol
from carbonpath.study.analyses.row import refusals
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.sobol import Sobol


@pytest.fixture(scope="module")
def found():
    """Return the indices of Ishigami's function, pairs too, from 1,024 x 8 samples."""
    asked = study(Sobol(samples=1024, second_order=True), factors(3, -math.pi, math.pi))
    return list(sobol.analyse(solved(asked, ishigami)))


@pytest.mark.parametrize(
    ("measure", "known"),
    [("S1", (0.3139, 0.4424, 0.0)), ("ST", (0.5576, 0.4424, 0.2437))],
    ids=["first order", "total"],
)
def test_ishigami_lies_within_its_intervals(found, measure, known):
    for (value, low, high), truth in zip(by_factor(found, measure).values(), known, strict=True):
        assert low <= truth <= high
        assert value == pytest.approx(truth, abs=0.05)
        assert high - low < 0.2


def test_ishigami_has_one_pair_that_acts_together(found):
    pairs = {(row.factor, row.other): row for row in found if row.measure == "S2"}

    assert set(pairs) == {("x1", "x2"), ("x1", "x3"), ("x2", "x3")}
    for pair, row in pairs.items():
        truth = 0.2437 if pair == ("x1", "x3") else 0.0
        assert row.low <= truth <= row.high


def test_g_function_lies_within_its_intervals():
    asked = study(Sobol(samples=1024), factors(8))
    rows = list(sobol.analyse(solved(asked, sobol_g)))

    for measure, truths in zip(("S1", "ST"), g_indices(), strict=True):
        for (_, low, high), truth in zip(by_factor(rows, measure).values(), truths, strict=True):
            assert low - 1e-3 <= truth <= high + 1e-3


def test_indices_of_feasibility_are_given_where_some_samples_have_no_plan():
    asked = study(Sobol(samples=256), factors(3))
    results = solved(asked, lambda x: x[:, 0], without_plan=lambda x: x[:, 1] > 0.8)

    rows = list(sobol.analyse(results))

    assert {row.outcome for row in rows} == {"feasible"}
    assert by_factor(rows, "ST")["x2"][0] == pytest.approx(1.0, abs=0.1)
    assert [(problem.code, problem.value) for problem in refusals(results)] == [("CP-489", "cost")]


def test_constant_outcome_has_no_indices():
    asked = study(Sobol(samples=8), factors(2))

    assert list(sobol.analyse(solved(asked, lambda x: np.full(len(x), 5.0)))) == []


def test_other_designs_do_not_allow_it():
    asked = study(LatinHypercube(samples=8), factors(2))

    assert not sobol.applies(solved(asked, lambda x: x[:, 0]))
