"""Tapio's eight states, one example each."""

from __future__ import annotations

import pytest

from carbonpath.indicators.tapio import decoupling


@pytest.mark.parametrize(
    ("emissions", "product", "elasticity", "state"),
    [
        ((100, 95), (100, 110), -0.5, "strong_decoupling"),
        ((100, 105), (100, 110), 0.5, "weak_decoupling"),
        ((100, 110), (100, 110), 1.0, "expansive_coupling"),
        ((100, 120), (100, 110), 2.0, "expansive_negative_decoupling"),
        ((100, 105), (100, 90), -0.5, "strong_negative_decoupling"),
        ((100, 95), (100, 90), 0.5, "weak_negative_decoupling"),
        ((100, 90), (100, 90), 1.0, "recessive_coupling"),
        ((100, 80), (100, 90), 2.0, "recessive_decoupling"),
    ],
)
def test_state(emissions, product, elasticity, state):
    found = decoupling(emissions, product)

    assert found.elasticity == pytest.approx(elasticity)
    assert found.state == state


@pytest.mark.parametrize(
    ("change", "state"),
    [(107.9, "weak_decoupling"), (108.1, "expansive_coupling"), (112.1, "expansive_negative_decoupling")],
)
def test_bounds_of_coupling(change, state):
    assert decoupling((100.0, change), (100.0, 110.0)).state == state


def test_an_economy_that_stands_still_tells_nothing():
    assert decoupling((100.0, 90.0), (5.0, 5.0)) == (None, "undefined")
