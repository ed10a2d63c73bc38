"""Robustness: spread, worst sample, and how often an outcome is good enough."""

import pytest
from analytic_studies import factors, solved, study

from carbonpath.study.analyses import robustness
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.morris import Morris
from carbonpath.study.outcome import OutcomeBlock


def analysed(block, **options):
    asked = study(LatinHypercube(samples=400), factors(2), {"cost": block})
    return {row.measure: row for row in robustness.analyse(solved(asked, lambda x: x[:, 0], **options))}


def test_spread_of_a_uniform_outcome():
    told = analysed(OutcomeBlock(indicator="total_cost"))

    values = {name: row.value for name, row in told.items()}
    assert values == pytest.approx(
        {"mean": 0.5, "deviation": 12**-0.5, "p05": 0.05, "p50": 0.5, "p95": 0.95, "worst": 1.0}, abs=0.01
    )
    assert all(row.low <= row.value <= row.high for row in told.values())


@pytest.mark.parametrize(("better", "worst", "share"), [("low", 1.0, 0.3), ("high", 0.0, 0.7)])
def test_worst_sample_and_target_follow_the_better_way(better, worst, share):
    told = analysed(OutcomeBlock(indicator="total_cost", better=better, target=0.3))

    assert told["worst"].value == pytest.approx(worst, abs=0.01)
    assert told["meets"].value == pytest.approx(share, abs=0.01)
    assert told["meets"].at == 0.3


def test_sample_without_a_plan_does_not_meet_the_target_and_a_failed_one_does_not_count():
    block = OutcomeBlock(indicator="total_cost", target=2.0)

    told = analysed(block, without_plan=lambda x: x[:, 1] > 0.75, failed=0)

    assert told["meets"].value == 0.75
    assert told["mean"].share == 0.75


def test_screening_design_stands_for_no_states():
    assert not robustness.applies(solved(study(Morris(trajectories=2), factors(2)), lambda x: x[:, 0]))
