"""Regret: what each scenario costs beyond the best, and where it has no plan though another has."""

import numpy as np
import pytest
from analytic_studies import factors, solved, study

from carbonpath.study.analyses import regret
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.outcome import OutcomeBlock


def compared(low, high, outcomes=None, **options):
    """Return the measures of two scenarios by scenario."""
    asked = study(LatinHypercube(samples=400), factors(2), outcomes, scenarios=("low", "high"))
    parts = [solved(asked, low, scenario="low"), solved(asked, high, scenario="high", **options)]
    assert regret.applies(parts)
    told = {}
    for scenario, row in regret.compare(parts):
        told.setdefault(scenario, {})[row.measure] = row
    return told


def test_scenario_that_is_always_best_has_no_regret():
    told = compared(lambda x: x[:, 0], lambda x: x[:, 0] + 1.0)

    assert told["low"]["regret_max"].value == 0.0
    assert told["low"]["best"].value == 1.0
    assert told["high"]["regret_mean"].value == pytest.approx(1.0)


def test_scenarios_that_are_best_in_half_of_the_states_share_the_regret():
    told = compared(lambda x: x[:, 0], lambda x: 1.0 - x[:, 0])

    assert told["low"]["best"].value == pytest.approx(0.5, abs=0.01)
    assert told["low"]["regret_max"].value == pytest.approx(1.0, abs=0.01)
    assert told["high"]["regret_mean"].value == pytest.approx(0.25, abs=0.01)


def test_scenario_without_a_plan_where_another_has_one_is_told():
    told = compared(lambda x: x[:, 0] + 5.0, lambda x: x[:, 0], without_plan=lambda x: x[:, 1] > 0.75)

    assert told["high"]["no_plan"].value == 0.25
    assert told["low"]["no_plan"].value == 0.0
    assert told["low"]["regret_max"].share == 0.75


def test_outcome_of_which_more_is_better_is_turned_round():
    better = {"cost": OutcomeBlock(indicator="total_cost", better="high")}

    told = compared(lambda x: np.zeros(len(x)), lambda x: np.full(len(x), 3.0), better)

    assert told["low"]["regret_max"].value == 3.0


def test_one_scenario_is_not_compared():
    asked = study(LatinHypercube(samples=10), factors(1))

    assert not regret.applies([solved(asked, lambda x: x[:, 0])])
