"""Elementary effects: exact on a plane, spread where factors act together."""

import numpy as np
import pytest
from analytic_studies import by_factor, factors, solved, study, switch

from carbonpath.study.analyses import morris
from carbonpath.study.designs.morris import Morris
from carbonpath.study.designs.sobol import Sobol


def effects(function, count=3, **options):
    asked = study(Morris(trajectories=20), factors(count, 0.0, 2.0))
    return list(morris.analyse(solved(asked, function, **options)))


def test_plane_has_effects_over_the_whole_range_without_spread():
    rows = effects(lambda x: 3.0 * x[:, 0] - 1.0 * x[:, 1])

    assert {name: value for name, (value, _, _) in by_factor(rows, "mu_star").items()} == pytest.approx(
        {"x1": 6.0, "x2": 2.0, "x3": 0.0}
    )
    assert by_factor(rows, "mu")["x2"][0] == pytest.approx(-2.0)
    assert max(value for value, _, _ in by_factor(rows, "sigma").values()) < 1e-9


def test_factors_that_act_together_have_spread():
    rows = effects(lambda x: x[:, 0] * x[:, 1])

    sigma = by_factor(rows, "sigma")
    assert sigma["x1"][0] > 0.5
    assert sigma["x3"][0] < 1e-9


def test_mean_has_an_interval_around_it():
    value, low, high = by_factor(effects(lambda x: x[:, 0] * x[:, 1]), "mu_star")["x1"]

    assert low < value < high


def test_samples_without_a_plan_are_told_as_feasibility():
    rows = effects(lambda x: x[:, 0], without_plan=lambda x: x[:, 1] > 1.9)

    assert {row.outcome for row in rows} == {"feasible"}
    assert by_factor(rows, "mu_star")["x2"][0] > 0.0
    assert by_factor(rows, "mu_star")["x1"][0] == pytest.approx(0.0)


def test_switch_is_screened_with_the_numbers():
    asked = study(Morris(trajectories=20), (*factors(1), switch("s", one=1.0, two=1.0)))
    rows = list(morris.analyse(solved(asked, lambda x: x[:, 0] + 10.0 * x[:, 1])))

    assert by_factor(rows, "mu_star")["s"][0] > 5.0
    assert np.isclose(by_factor(rows, "mu_star")["x1"][0], 1.0)


def test_other_designs_do_not_allow_it():
    assert not morris.applies(solved(study(Sobol(samples=8), factors(2)), lambda x: x[:, 0]))
