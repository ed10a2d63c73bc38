"""Rows, and which outcomes an analysis may take."""

import numpy as np
import pytest
from analytic_studies import factors, solved, study

from carbonpath.study.analyses.row import independent, partial_outcomes, refusals, varies, whole_outcomes, with_margin
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.sobol import Sobol


@pytest.fixture
def part():
    """Return results of which a quarter has no plan."""
    asked = study(LatinHypercube(samples=20), factors(1))
    return solved(asked, lambda x: x[:, 0], without_plan=lambda x: x[:, 0] > 0.75)


def test_design_that_asks_for_every_sample_takes_feasibility_only(part):
    assert [name for name, _ in whole_outcomes(part, part.all_outcomes)] == ["feasible"]


def test_given_data_are_taken_with_the_samples_that_have_them(part):
    ((name, _, there),) = partial_outcomes(part, part.single_outcomes)

    assert name == "cost"
    assert there.sum() == 15


def test_refusal_counts_what_is_missing_and_names_the_remedy(part):
    (problem,) = refusals(part)

    assert problem.details["count"] == "5"
    assert "study discover" in problem.told("en")["fix"]


def test_rounding_is_no_variation():
    assert not varies(np.array([1e6, 1e6 + 1e-6]))
    assert varies(np.array([0.0, 1e-6]))
    assert not varies(np.array([]))


def test_margin_lies_on_both_sides():
    row = with_margin("cost", "x1", "S1", 0.5, 0.1)

    assert (row.low, row.high) == (0.4, 0.6)


@pytest.mark.parametrize("second", [False, True], ids=["first and total", "pairs too"])
def test_independent_samples_of_saltelli_are_those_of_the_two_base_tables(second):
    asked = study(Sobol(samples=32, second_order=second), factors(3))

    taken = independent(solved(asked, lambda x: x[:, 0]))

    assert taken.values.shape == (64, 3)
    assert len(np.unique(taken.values[:, 0])) == 64
    assert (taken.outcomes["cost"] == taken.values[:, 0]).all()


def test_samples_of_other_designs_are_all_independent(part):
    assert independent(part) is part
