"""Answers of samples, in place and anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_studies import DEMAND, DIRTY_COST, prepared, sample_of, scarce
from systems import growing_demand, plant_to_build

from carbonpath.study.answer import Answer
from carbonpath.study.branch import Programme
from carbonpath.study.evaluate import Evaluator
from carbonpath.study.task import Sample


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    return prepared(tmp_path_factory.mktemp("study"), scarce()).programme


@pytest.fixture(scope="module")
def anew(programme: Programme) -> Programme:
    """Return the same programme with every sample built anew."""
    return replace(programme, branches={k: replace(b, always_anew=True) for k, b in programme.branches.items()})


def answers(programme: Programme, *samples: Sample) -> list[Answer]:
    """Return the answers of samples that stand alone."""
    evaluator = Evaluator(programme)
    return [answer for sample in samples for answer in evaluator.walk([sample])]


def test_outcomes_are_those_worked_out_by_hand(tmp_path: Path) -> None:
    """Above 8 CNY per t the clean way is taken from 2021 on; emissions are those of the first year."""
    programme = prepared(tmp_path).programme

    (cheap, dear) = answers(programme, sample_of(3.0, 1.0), sample_of(9.0, 0.5))

    assert cheap.outcomes[1:] == pytest.approx((100.0, 120.0, 110.0, 2021.0))
    assert dear.outcomes[1:] == pytest.approx((100.0, 0.0, 0.0, 2020.0))
    assert dear.outcomes[0] == pytest.approx(sum(c / 1.05 ** (k + 0.5) for k, c in enumerate((300.0, 480.0, 440.0))))


def test_no_plan_is_an_answer_and_the_next_sample_is_untouched(programme: Programme) -> None:
    before, none, after = answers(programme, sample_of(3.0, 1.0), sample_of(3.0, 1.2), sample_of(3.0, 1.0))

    assert (none.status, none.outcomes) == ("infeasible", ())
    assert "CP-500" in none.detail
    assert before.outcomes == after.outcomes


@given(cost=st.floats(1.0, 13.0), demand=st.floats(0.5, 1.5))
@settings(max_examples=12, deadline=None)
def test_in_place_and_anew_give_the_same(programme: Programme, anew: Programme, cost: float, demand: float) -> None:
    (one,), (two,) = (answers(p, sample_of(cost, demand)) for p in (programme, anew))

    assert one.status == two.status
    assert one.outcomes == pytest.approx(two.outcomes, rel=1e-9)
    assert (one.anew, two.anew) == (False, True)


def test_the_order_of_samples_does_not_matter_to_the_last_bit(programme: Programme) -> None:
    samples = [sample_of(cost, demand) for cost in (2.0, 7.9, 8.1, 12.0) for demand in (0.6, 1.0, 1.3)]

    forwards = {a.id: a.outcomes for a in answers(programme, *samples)}
    backwards = {a.id: a.outcomes for a in answers(programme, *reversed(samples))}

    assert forwards == backwards


def test_a_sweep_has_the_outcomes_of_its_steps_alone(programme: Programme) -> None:
    samples = [sample_of(3.0, demand) for demand in (0.8, 0.9, 1.0, 1.2, 0.7)]

    swept = list(Evaluator(programme).walk(samples))

    for one, two in zip(swept, answers(programme, *samples), strict=True):
        assert one.outcomes == pytest.approx(two.outcomes)


def test_samples_that_change_structure_are_built_anew_and_are_right(tmp_path: Path) -> None:
    factors = {"life": {**DEMAND, "changes": [{"parameter": "operational_life"}]}, "demand": DEMAND}
    system = plant_to_build(life=2.0, years=(2020, 2021, 2022))
    outcomes: dict[str, Any] = {"cost": {"indicator": "total_cost"}}
    programme = prepared(tmp_path, system, factors=factors, outcomes=outcomes).programme

    same, longer = answers(programme, sample_of(1.0, 1.0), sample_of(1.5, 1.0))

    assert (same.anew, longer.anew) == (False, True)
    assert longer.outcomes[0] < same.outcomes[0]


def test_outcomes_of_the_table_are_told(tmp_path: Path) -> None:
    outcomes = {"cost": {"indicator": "total_cost"}, "yearly": {"indicator": "annual_cost", "year": 2021}}
    programme = prepared(tmp_path, outcomes=outcomes).programme

    (found,) = answers(programme, sample_of(4.0, 1.0))

    assert found.outcomes[1] == pytest.approx(480.0)


def test_cost_that_falls_without_bound_is_told_as_that(tmp_path: Path) -> None:
    """Dirty goods that are worth money and need not go anywhere."""
    system = growing_demand()
    commodities = system.commodities.assign(balance="surplus")
    factors = {"dirty_cost": {**DIRTY_COST, "distribution": {"kind": "uniform", "low": -5.0, "high": 5.0}}}
    programme = prepared(tmp_path, replace(system, commodities=commodities), factors=factors).programme

    (found,) = answers(programme, sample_of(-1.0))

    assert (found.status, found.outcomes) == ("unbounded", ())
    assert "activity" in found.detail


def test_a_limit_of_the_solver_is_no_answer_of_the_district(programme: Programme) -> None:
    stopped = replace(programme, options=replace(programme.options, iteration_limit=0))

    (found,) = answers(stopped, sample_of(9.0, 1.0))

    assert found.status == "stopped"
