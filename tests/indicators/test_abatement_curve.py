"""The abatement curve of a plan that pays a price."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.indicators.abatement_curve import Corner, trace_curve

OPTIONS = ((10.0, 5.0), (30.0, 2.0), (120.0, 4.0))
"""Three ways to save: cost per tonne, and tonnes."""


def plant(options):
    """Return a solver of a plant of 20 t that takes up each option whose cost is below the price."""

    def solve(price):
        taken = [(cost, amount) for cost, amount in options if cost < price]
        return Corner(price, sum(c * a for c, a in taken), 20.0 - sum(a for _, a in taken), tuple(taken))

    return solve


def test_steps_are_the_options_by_cost():
    curve = trace_curve(plant(OPTIONS), 200.0, 50)

    assert [(step.price, step.abatement) for step in curve.steps] == [
        (pytest.approx(cost), pytest.approx(amount)) for cost, amount in OPTIONS
    ]
    assert all(step.exact for step in curve.steps)


def test_area_is_the_cost_difference():
    curve = trace_curve(plant(OPTIONS), 200.0, 50)

    assert curve.area == pytest.approx(50.0 + 60.0 + 480.0)
    assert curve.area == pytest.approx(curve.corners[-1].cost - curve.corners[0].cost)
    assert curve.abatement == pytest.approx(11.0)


def test_a_price_too_low_for_anything_has_no_steps():
    curve = trace_curve(plant(OPTIONS), 5.0, 50)

    assert (len(curve.corners), curve.steps) == (1, ())


def test_with_few_solves_steps_are_means_and_the_area_still_closes():
    curve = trace_curve(plant(OPTIONS), 200.0, 3)

    assert not all(step.exact for step in curve.steps)
    assert curve.area == pytest.approx(590.0)


@given(
    st.lists(st.tuples(st.floats(1.0, 400.0), st.floats(0.01, 2.0)), min_size=1, max_size=8, unique_by=lambda o: o[0])
)
def test_prices_rise_and_the_area_closes_for_any_plant(options):
    curve = trace_curve(plant(options), 500.0, 200)

    prices = [step.price for step in curve.steps]
    assert prices == sorted(prices)
    assert curve.area == pytest.approx(sum(cost * amount for cost, amount in options), rel=1e-6)
