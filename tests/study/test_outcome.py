"""Outcomes: what is asked, and how sums and prices are folded."""

from __future__ import annotations

import pytest
from small_studies import ask
from systems import growing_demand

from carbonpath.core.errors import ScenarioError
from carbonpath.model.compiled import Key
from carbonpath.study.outcome import FOLDS, Reading

SYSTEM = growing_demand()
YEARS = (2020, 2021, 2022)


@pytest.mark.parametrize(
    ("year", "years", "columns"),
    [
        (None, (2022,), ("asked",)),
        (2021, (2021,), ("asked",)),
        ("all", YEARS, ("asked_2020", "asked_2021", "asked_2022")),
    ],
    ids=["the last year", "one year", "each year"],
)
def test_years_and_names_of_the_numbers(year, years, columns) -> None:
    asked = ask(SYSTEM, year, indicator="emissions")

    assert (asked.years, asked.columns) == (years, columns)


def test_a_year_beyond_the_horizon_is_absent() -> None:
    with pytest.raises(ScenarioError) as raised:
        _ = ask(SYSTEM, 2050, indicator="emissions").years

    assert (raised.value.problems[0].code, raised.value.problems[0].value) == ("CP-468", "2050")


def test_a_region_that_is_not_there_is_absent() -> None:
    assert ask(SYSTEM, indicator="emissions").region == "district"
    with pytest.raises(ScenarioError):
        _ = ask(SYSTEM, indicator="emissions", region="moon").region


def test_sums_are_added_up_and_folded() -> None:
    one, two = Key("a", (1,)), Key("a", (2,))
    amounts = {one: 1.0, two: 3.0}

    assert Reading(("x",), sums=((one, two), ())).read(amounts, {}) == (4.0, 0)
    assert Reading(("x",), "ratio", sums=((one,), (two,))).read(amounts, {}) == (pytest.approx(1 / 3),)


def test_prices_are_weighted_duals() -> None:
    row = Key("cap", (1,))

    assert Reading(("x",), duals=(((row, -2.0),),)).read({}, {row: 5.0}) == (-10.0,)


@pytest.mark.parametrize(
    ("fold", "number"),
    [("peak_level", 120.0), ("peak_year", 2021.0), ("plateau_first", 2021.0), ("plateau_last", 2021.0)],
)
def test_folds_of_a_path_are_those_of_the_indicators(fold: str, number: float) -> None:
    assert FOLDS[fold]([100.0, 120.0, 110.0], YEARS) == [number]


def test_a_share_of_nothing_is_no_number() -> None:
    assert str(FOLDS["ratio"]([1.0, 0.0], YEARS)[0]) == "nan"
