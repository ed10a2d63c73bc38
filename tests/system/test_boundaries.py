"""Emission boundaries: which emissions a total counts."""

from __future__ import annotations

from carbonpath.indicators import emissions
from carbonpath.system.boundaries import BOUNDARIES, boundary_weights


def test_the_model_and_the_indicators_count_the_same() -> None:
    counted = {boundary: tuple(weights) for boundary, weights in BOUNDARIES.items()}

    assert counted == dict(emissions.BOUNDARIES)
    assert {weight for weights in BOUNDARIES.values() for weight in weights.values()} == {1.0}


def test_each_emission_of_a_boundary_is_a_row() -> None:
    table = boundary_weights({"co2e": {"co2": 1.0, "ch4": 28.0}})

    assert table[["boundary", "emission", "value"]].to_numpy().tolist() == [["co2e", "ch4", 28.0], ["co2e", "co2", 1.0]]
