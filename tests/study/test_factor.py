"""Factors: distributions or switches, with the scenario's own value."""

from __future__ import annotations

import numpy as np
import pytest

from carbonpath.study.distribution import Lognormal, Uniform
from carbonpath.study.factor import AlternativeBlock, ChangeBlock, Factor, FactorBlock

WIDE = Uniform(kind="uniform", low=0.0, high=4.0)


def number(*operations: str, nominal: float | None = None) -> Factor:
    changes = tuple(ChangeBlock(parameter="demand", operation=operation) for operation in operations)  # type: ignore[arg-type]
    return Factor("x", FactorBlock(changes=changes, nominal=nominal), WIDE, "line 1")


def switch(nominal: str | None = None) -> Factor:
    options = {"low": AlternativeBlock(weight=3.0), "high": AlternativeBlock()}
    return Factor("x", FactorBlock(alternatives=options, nominal=nominal), None, "line 1")


@pytest.mark.parametrize(
    ("factor", "own"),
    [
        (number("scale"), 1.0),
        (number("add"), 0.0),
        (number("set"), 2.0),
        (number("scale", "add"), 2.0),
        (number("set", nominal=3.5), 3.5),
        (switch(), 0.0),
        (switch("high"), 1.0),
    ],
    ids=["scale", "add", "set: the median", "mixed: the median", "given", "first alternative", "named alternative"],
)
def test_value_in_the_scenario_itself(factor: Factor, own: float) -> None:
    assert factor.nominal == own


def test_alternatives_are_drawn_by_weight_and_told_by_name() -> None:
    factor = switch()
    values = factor.values(np.array([0.1, 0.7, 0.8]))

    assert [factor.told(value) for value in values.tolist()] == ["low", "low", "high"]
    assert factor.options == ("low", "high")


def test_a_number_is_told_in_six_digits() -> None:
    assert number("scale").told(1.23456789) == "1.23457"


def test_the_ends_of_an_unbounded_factor_are_what_is_likely() -> None:
    block = FactorBlock(changes=(ChangeBlock(parameter="demand"),))
    factor = Factor("x", block, Lognormal(kind="lognormal", median=1.0, spread=2.0), "line 1")

    low, high = factor.values_within(np.array([0.0, 1.0])).tolist()

    assert low * high == pytest.approx(1.0)
    assert high == pytest.approx(2.0**2.3263479)
