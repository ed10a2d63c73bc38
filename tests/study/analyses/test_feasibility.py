"""Feasibility: shares of samples with a plan, without one, and failed, each with its interval."""

import numpy as np
import pytest
from analytic_studies import factors, solved, study

from carbonpath.study.analyses import feasibility
from carbonpath.study.designs.latin_hypercube import LatinHypercube


def test_shares_add_up_and_the_planted_region_lies_in_its_interval():
    asked = study(LatinHypercube(samples=400), factors(2))
    results = solved(asked, lambda x: x[:, 0], without_plan=lambda x: x[:, 1] > 0.7, failed=8)

    told = {row.measure: row for row in feasibility.analyse(results)}

    assert sum(row.value for row in told.values()) == pytest.approx(1.0)
    assert told["failed"].value == 0.02
    assert told["infeasible"].low < 0.3 < told["infeasible"].high
    assert feasibility.applies(results)


def test_failed_sample_is_neither_with_nor_without_a_plan():
    asked = study(LatinHypercube(samples=10), factors(1))
    results = solved(asked, lambda x: x[:, 0], failed=3)

    assert np.isnan(results.outcome("feasible")).sum() == 3
