"""The financing factor is the present value of the yearly payments that pay back one unit of investment."""

from __future__ import annotations

import pytest
from wider_systems import NORTH, SOUTH, two_regions

from carbonpath.model.affine import Model
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.financing_factor import financing_factor
from carbonpath.model.solution import empty_model
from carbonpath.system.system import System


def test_it_is_one_at_the_rate_of_the_region() -> None:
    assert financing_factor(read(two_regions()), SOUTH, "gas") == 1.0


def test_dearer_money_makes_investment_dearer() -> None:
    """20 payments at the start of a year: 10 % asks for 0.10678148 each, and 1 a year is worth 13.08532086 at 5 %."""
    assert financing_factor(read(two_regions()), NORTH, "solar") == pytest.approx(0.10678148 * 13.08532086, rel=1e-7)


@pytest.mark.parametrize(("own", "social"), [(0.0, 0.05), (0.05, 0.0)], ids=["no interest", "no discounting"])
def test_without_interest_the_payment_is_the_share_of_a_year(own: float, social: float) -> None:
    model = read(
        two_regions(technology_discount_rate={(NORTH, "solar"): own}, discount_rate={(NORTH,): social, (SOUTH,): 0.1})
    )
    payment = sum(1.05**-year for year in range(20))

    expected = payment / 20.0 if own == 0.0 else 20.0 / payment
    assert financing_factor(model, NORTH, "solar") == pytest.approx(expected)


def read(system: System) -> Model:
    return empty_model(read_model_data(system))
