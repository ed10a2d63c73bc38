"""Goals against what a scenario reaches."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import as_table
from carbonpath.indicators.targets import PEAK, Measure, Target, compare_targets

PATHS = {
    ("coal", "Mtce", "coal_including_coking"): {2020: 11.0, 2025: 10.5, 2030: 9.0},
    ("emissions", "Mt", "scope1"): {2020: 30.0, 2025: 32.0, 2030: 24.0},
    ("gdp", "1", ""): {2020: 1.0, 2025: 1.25, 2030: 1.5},
    ("clean_share", "1", "bulk_freight"): {2025: 0.795},
    ("peak_year", "year", "scope1"): {2025: 2025.0},
}


@pytest.fixture(scope="module")
def indicators():
    """Return a scenario whose emissions peak in 2025."""
    rows = [
        {"scenario": "a", "indicator": name, "region": "r", "unit": unit, "boundary": boundary}
        | {"year": year, "value": value}
        for (name, unit, boundary), path in PATHS.items()
        for year, value in path.items()
    ]
    return as_table(rows, INDICATOR)


def verdict(indicators, measure, bound, unit, values):
    """Return reached, gap and verdict of a goal in its last year."""
    row = compare_targets(indicators, [Target("goal", measure, bound, unit, values)]).iloc[-1]
    return row["reached"], row["gap"], row["met"]


@pytest.mark.parametrize(
    ("measure", "bound", "unit", "values", "expected"),
    [
        pytest.param(Measure("coal"), "at_most", "万tce", {2030: 935}, (900.0, 35.0, True), id="level in its own unit"),
        pytest.param(Measure("clean_share"), "at_least", "%", {2025: 80}, (79.5, -0.5, False), id="share missed"),
        pytest.param(
            Measure("emissions", "scope1", per="gdp", fall_from=2020),
            *("at_least", "%", {2030: 45}, (46.6666667, 1.6666667, True)),
            id="fall of an intensity: 24 / 1.5 = 16 of 30",
        ),
        pytest.param(
            Measure("emissions", "scope1", fall_from=PEAK),
            *("at_least", "%", {2030: 30}, (25.0, -5.0, False)),
            id="fall from the peak: 24 of 32",
        ),
        pytest.param(
            Measure("emissions", "scope1", per="gdp"), "at_most", "1", {2025: 26}, (25.6, 0.4, True), id="ratio"
        ),
        pytest.param(Measure("peak_year", "scope1"), "at_most", "year", {2030: 2030}, (2025.0, 5.0, True), id="year"),
        pytest.param(
            Measure("coal"), "at_most", "Mtce", {2030: 9.0 - 1e-9}, (9.0, -1e-9, True), id="missed by rounding alone"
        ),
    ],
)
def test_goal(indicators, measure, bound, unit, values, expected):
    reached, gap, met = verdict(indicators, measure, bound, unit, values)

    assert (reached, gap) == pytest.approx(expected[:2])
    assert met is expected[2]


@pytest.mark.parametrize(
    ("measure", "year"), [(Measure("coal"), 2035), (Measure("hydrogen"), 2025)], ids=["year beyond", "no indicator"]
)
def test_what_the_scenario_does_not_tell_is_neither_met_nor_missed(indicators, measure, year):
    reached, _, met = verdict(indicators, measure, "at_most", "Mtce", {year: 1.0})

    assert math.isnan(reached)
    assert met is None


def test_a_row_a_goal_and_year_in_order(indicators):
    goals = [
        Target("b", Measure("coal"), "at_most", "Mtce", {2030: 9, 2025: 10}),
        Target("a", Measure("coal"), "at_least", "Mtce", {2025: 1}),
    ]

    table = compare_targets(indicators, goals)

    assert list(zip(table["goal"], table["year"], strict=True)) == [("b", 2025), ("b", 2030), ("a", 2025)]


def test_no_goal_no_row():
    assert compare_targets(pd.DataFrame(), []).empty
