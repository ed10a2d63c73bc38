"""Regional sensitivity: which factors tell samples apart, by tenth of the outcome and by feasibility."""

import pytest
from analytic_studies import by_factor, factors, solved, study

from carbonpath.study.analyses import regional
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.morris import Morris


@pytest.fixture(scope="module")
def found():
    """Return what 500 samples say of a cost that rises with x1, without a plan where x2 is above 0.8."""
    asked = study(LatinHypercube(samples=500), factors(3))
    results = solved(asked, lambda x: x[:, 0] ** 2, without_plan=lambda x: x[:, 1] > 0.8)
    return list(regional.analyse(results))


def test_factor_that_drives_the_outcome_stands_out_in_every_tenth(found):
    by_tenth = {}
    for row in found:
        if row.outcome == "cost" and row.measure == "regional":
            by_tenth.setdefault(row.at, {})[row.factor] = row.value

    assert len(by_tenth) >= 9
    assert all(max(values, key=values.get) == "x1" for values in by_tenth.values())


def test_factor_of_the_planted_region_tells_feasible_from_infeasible(found):
    distance, chance = by_factor(found, "ks"), by_factor(found, "ks_p")

    assert distance["x2"][0] > 0.99
    assert chance["x2"][0] < 1e-10
    assert chance["x1"][0] > 0.01
    assert chance["x3"][0] > 0.01


def test_all_with_a_plan_says_nothing_of_feasibility():
    asked = study(LatinHypercube(samples=100), factors(2))

    assert not [row for row in regional.analyse(solved(asked, lambda x: x[:, 0])) if row.measure == "ks"]
    assert not regional.applies(solved(study(Morris(trajectories=2), factors(2)), lambda x: x[:, 0]))
