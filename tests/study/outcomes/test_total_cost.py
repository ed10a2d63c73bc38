"""Total discounted cost as an outcome."""

from __future__ import annotations

from small_studies import ask
from systems import growing_demand

from carbonpath.study.outcomes.total_cost import reading


def test_the_cost_is_one_form() -> None:
    found = reading(ask(growing_demand(), indicator="total_cost"))

    assert found is not None
    assert ([key.family for key in found.sums[0]], found.unit) == (["total_discounted_cost"], "million CNY")


def test_other_outcomes_are_left_to_others() -> None:
    assert reading(ask(growing_demand(), indicator="emissions")) is None
