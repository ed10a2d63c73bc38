"""Rules of allocation: what is in force when, and what nobody verified."""

import pytest

from carbonpath.core.errors import DataError
from carbonpath.reference.allowances import load_allowances
from carbonpath.reference.checks import CONFIDENCES

ALLOWANCES = load_allowances()
CLASSES = sorted({(row.product_class, row.output) for row in ALLOWANCES.benchmarks.itertuples()})


@pytest.mark.parametrize(("product_class", "output"), CLASSES, ids=lambda name: name)
def test_benchmarks_of_2024_are_half_a_percent_below_2023(product_class, output):
    """Worked example we7 (note to the plan of 2023 and 2024): each benchmark falls by about 0.5 %."""
    before, after = (ALLOWANCES.benchmark(year, product_class, output).value for year in (2023, 2024))
    assert after == pytest.approx(before * 0.995, abs=1.01e-4)


@pytest.mark.parametrize(("product_class", "output"), CLASSES, ids=lambda name: name)
def test_no_benchmark_ever_rises(product_class, output):
    values = [ALLOWANCES.benchmark(year, product_class, output).value for year in range(2019, 2031)]
    assert values == sorted(values, reverse=True)


def test_a_later_year_has_the_last_benchmark_and_says_so():
    found = ALLOWANCES.benchmark(2035, "coal_le300mw", "power")
    assert (found.value, found.exact) == (0.7985, False)


def test_generation_counts_from_2023_on():
    assert [ALLOWANCES.benchmark(year, "gas", "power").generated for year in (2022, 2023)] == [False, True]


def test_before_the_market_there_is_none():
    assert ALLOWANCES.benchmark(2018, "gas", "power") is None


def test_an_unknown_class_is_told_with_those_there_are():
    with pytest.raises(DataError) as caught:
        ALLOWANCES.benchmark(2024, "oil", "power")
    assert "coal_le300mw" in caught.value.problems[0].details["known"]


@pytest.mark.parametrize(
    ("rule", "year", "known"),
    [("power_peaking_2023", 2024, True), ("power_peaking_2023", 2025, False), ("power_peaking_2025", 2040, True)],
    ids=["in force", "over", "still in force"],
)
def test_a_rule_holds_in_its_years(rule, year, known):
    assert (ALLOWANCES.rule(rule, year) is not None) == known


def test_every_number_has_source_and_confidence():
    for table in (ALLOWANCES.benchmarks, ALLOWANCES.rules):
        assert (table["source"] != "").all()
        assert set(table["confidence"]) <= set(CONFIDENCES)


def test_drafts_and_memory_are_not_verified():
    subjects = set(ALLOWANCES.unverified()["subject"])
    assert {"coal_le300mw.power", "enterprise_intensity.slope", "pilot_coefficient.industry"} <= subjects
    assert "power_shortfall.cap" not in subjects


@pytest.mark.parametrize(
    ("market", "year", "first", "status", "extended"),
    [
        ("national_power", 2024, 2023, "final", False),
        ("national_power", 2026, 2025, "draft", False),
        ("national_power", 2035, 2025, "draft", True),
        ("national_steel", 2025, 2024, "final", False),
        ("national_cement", 2030, 2026, "draft", True),
        ("pilot", 2023, 2014, "partly", True),
    ],
    ids=["in force", "draft", "beyond the draft", "steel", "cement beyond the draft", "pilot beyond what was read"],
)
def test_plan_of_a_year_says_whether_it_is_extended(market, year, first, status, extended):
    plan = ALLOWANCES.plan(market, year)

    assert (plan.first_year, plan.status, plan.extended) == (first, status, extended)


def test_no_plan_before_an_industry_takes_part():
    assert ALLOWANCES.plan("national_steel", 2023) is None


def test_every_number_that_was_read_in_a_plan_has_its_clause():
    rules = ALLOWANCES.rules
    plans = rules[
        rules["source"].str.contains("national allocation plan") & rules["confidence"].isin(["seen", "seen-twice"])
    ]

    assert (plans["clause"] != "").sum() >= 20
    assert plans[plans["clause"] == ""]["rule"].tolist() == []
