"""Picking rows, in the units of the reader."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.selection import by_scenario, lines_by_scenario, present, select, unit_of


@pytest.fixture
def table(rows):
    """Return emissions in all and by sector."""
    return pd.concat(
        [
            rows("emissions", {"steel": [25.0], "glass": [0.001]}, "Mt", by="sector", boundary="scope1"),
            rows("emissions", {"": [30.0]}, "Mt", boundary="scope1"),
            rows("emissions", {"": [31.0]}, "Mt", boundary="scope1+import"),
            rows("emissions", {"": [29.0]}, "Mt", boundary="scope1", scenario="coal-cap"),
        ],
        ignore_index=True,
    )


def test_the_district_is_what_is_not_broken_down(table):
    found = select(table, "emissions", ChartOptions(language="en"), None, "scope1")

    assert found["value"].tolist() == [30.0, 29.0]


@pytest.mark.parametrize(
    ("language", "value", "unit"), [pytest.param("zh", 2500.0, "万t", id="zh"), pytest.param("en", 25.0, "Mt", id="en")]
)
def test_units_are_those_of_the_language(table, language, value, unit):
    options = ChartOptions(language=language)

    found = select(table, "emissions", options, "sector")

    assert found["value"].max() == pytest.approx(value)
    assert unit_of(found, options) == unit


def test_shares_become_percent(rows):
    options = ChartOptions(language="en")

    found = select(rows("clean_share", {"": [0.8]}, "1"), "clean_share", options)

    assert (found["value"].iloc[0], unit_of(found, options)) == (80.0, "%")


def test_things_too_small_to_be_seen_are_absent(table):
    assert present(select(table, "emissions", ChartOptions(), "sector"), "sector") == ["steel"]


def test_scenarios_keep_their_order(table):
    options = ChartOptions(language="en")

    assert list(lines_by_scenario(select(table, "emissions", options, None, "scope1"))) == ["reference", "coal-cap"]
    assert list(by_scenario(select(table, "emissions", options, "sector"), "sector")["reference"].columns) == [
        "glass",
        "steel",
    ]
