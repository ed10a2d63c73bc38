"""Conditions: comparisons joined by words, nothing else, and missing outcomes that are never met."""

import math

import pytest

from carbonpath.core.errors import UsageError
from carbonpath.study.expression import read_condition

KNOWN = ("peak_year", "cost", "feasible")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("peak_year > 2025", True),
        ("peak_year > 2025 and cost < 5e5", False),
        ("peak_year > 2030 or cost >= 6e5", True),
        ("not (peak_year > 2030)", True),
        ("2025 < peak_year <= 2028", True),
        ("cost > -1", True),
        ("peak_year == 2028", True),
        ("peak_year != 2028", False),
    ],
)
def test_condition_means_what_it_says(text, holds):
    outcomes = {"peak_year": 2028.0, "cost": 6e5}

    assert read_condition(text, KNOWN).holds(outcomes) is holds


@pytest.mark.parametrize("text", ["cost < 5", "cost >= 5", "cost == 5", "cost != 5"])
def test_comparison_with_a_missing_outcome_is_never_met(text):
    assert not read_condition(text, KNOWN).holds({"cost": math.nan})


@pytest.mark.parametrize(
    "text",
    ["", "cost", "cost + 1 > 2", "print(1)", "cost.real > 1", "cost > 'a'", "cost in (1, 2)", "(" * 300, "cost > True"],
)
def test_anything_else_is_refused(text):
    with pytest.raises(UsageError) as caught:
        read_condition(text, KNOWN)

    assert caught.value.problems[0].code == "CP-475"


def test_unknown_outcome_is_refused_with_the_nearest_name():
    with pytest.raises(UsageError) as caught:
        read_condition("peak_yaer > 2025", KNOWN)

    assert (caught.value.problems[0].code, caught.value.problems[0].details["nearest"]) == ("CP-476", "peak_year")
