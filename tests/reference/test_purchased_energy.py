"""Factors of purchased power and heat by region and year."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError
from carbonpath.reference.factors import load_factors
from carbonpath.reference.purchased_energy import electricity_factor, heat_factor

FACTORS = load_factors()


@pytest.mark.parametrize(
    ("region", "year", "value", "of_year"),
    [("hubei", 2022, 0.4364, 2022), ("hubei", 2019, 0.357, 2018), ("national", 2020, 0.5568, 2021),
     ("hubei", 2040, 0.4044, 2023)],
    ids=["exact", "the earlier of two equally near", "before the series", "after the series"],
)  # fmt: skip
def test_the_nearest_year_serves(region, year, value, of_year):
    factor = electricity_factor(FACTORS, region, year)

    assert (factor.value, factor.year, factor.exact) == (value, of_year, year == of_year)


def test_heat_is_the_same_everywhere():
    assert (heat_factor(FACTORS).value, heat_factor(FACTORS).unit) == (0.11, "tCO2/GJ")


def test_an_unknown_region_names_those_that_are_known():
    with pytest.raises(DataError) as caught:
        electricity_factor(FACTORS, "atlantis", 2022)

    assert "hubei" in caught.value.problems[0].told("en")["expected"]


def test_recalled_numbers_say_so():
    assert electricity_factor(FACTORS, "hubei", 2020).confidence == "recalled"
