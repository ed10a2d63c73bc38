"""Discount factors and the share of an investment that outlives the horizon."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from systems import REGION

from carbonpath.model.affine import Model
from carbonpath.model.expressions.discounting import (
    end_discount_factor,
    middle_discount_factor,
    salvage_factor,
    start_discount_factor,
    storage_discount_factor,
    storage_rate,
)


def model_of(life: float, rate: float, last: int = 2029, method: float | None = None) -> Model:
    return SimpleNamespace(
        sets=SimpleNamespace(years=tuple(range(2020, last + 1))),
        data=SimpleNamespace(
            operational_life={(REGION, "plant"): life},
            discount_rate={(REGION,): rate},
            depreciation_method={} if method is None else {(REGION,): method},
            storage_discount_rate={(REGION, "lake"): 0.03},
        ),
    )


def test_the_first_year_is_the_base() -> None:
    model = model_of(life=20.0, rate=0.05)

    assert start_discount_factor(model, REGION, 2020) == 1.0
    assert middle_discount_factor(model, REGION, 2020) == pytest.approx(1.05**-0.5)
    assert start_discount_factor(model, REGION, 2025) == pytest.approx(1.05**-5)
    assert end_discount_factor(model, REGION) == pytest.approx(1.05**-10)


@pytest.mark.parametrize(
    ("life", "year", "share"),
    [(10.0, 2020, 0.0), (5.0, 2025, 0.0), (20.0, 2020, 0.5), (20.0, 2029, 0.95)],
    ids=["dies with the horizon", "dies on the last day", "half lived", "built in the last year"],
)
def test_without_interest_what_is_left_is_a_straight_line(life: float, year: int, share: float) -> None:
    assert salvage_factor(model_of(life, rate=0.0), REGION, "plant", year) == pytest.approx(share)


def test_with_interest_it_is_a_sinking_fund() -> None:
    expected = 1 - (1.1**2 - 1) / (1.1**4 - 1)

    assert salvage_factor(model_of(4.0, 0.1, last=2021), REGION, "plant", 2020) == pytest.approx(expected)


@given(life=st.integers(1, 60), rate=st.floats(0.0, 0.3), year=st.integers(2020, 2029))
def test_what_is_left_lies_between_nothing_and_all(life: int, rate: float, year: int) -> None:
    share = salvage_factor(model_of(float(life), rate), REGION, "plant", year)

    assert 0.0 <= share < 1.0


def test_the_straight_line_may_be_chosen_with_interest_too() -> None:
    assert salvage_factor(model_of(20.0, 0.05, method=2.0), REGION, "plant", 2020) == pytest.approx(0.5)


def test_a_storage_may_have_a_rate_of_its_own() -> None:
    model = model_of(20.0, 0.05)

    assert storage_rate(model, REGION, "tank") == 0.05
    assert storage_discount_factor(model, REGION, "lake", 2022) == pytest.approx(1.03**-2)
