"""Emissions of one plan in each of its futures."""

from __future__ import annotations

import pytest

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.windows.futures import draw
from carbonpath.core.answers.paths import FUTURES
from carbonpath.core.tables import as_table

TITLES = {"likely": "Likely", "other": "Other"}


def row(future, item, value, year=0, unit="Mt"):
    return {"future": future, "item": item, "value": value, "year": year, "unit": unit}


@pytest.fixture
def table():
    """Return two futures that part after 2021; knowing which comes is worth 2 % of 500 million CNY."""
    paths = {"likely": (10.0, 10.0, 9.0), "other": (10.0, 9.5, 6.0)}
    rows = [row(name, "emissions", value, 2020 + at) for name, path in paths.items() for at, value in enumerate(path)]
    rows += [row("likely", "probability", 0.75, unit="1"), row("other", "probability", 0.25, unit="1")]
    rows += [row("", "expected_cost", 500.0, 2021, "million CNY")]
    rows += [row("", "value_of_information", 10.0, 2021, "million CNY")]
    return as_table(rows, FUTURES)


def options(language="en"):
    return ChartOptions(language, scenario_labels=TITLES)


def test_likelier_futures_have_wider_lines_beneath_the_others(table):
    likely, other = draw(table, options()).axes[0].lines[:2]

    assert likely.get_ydata().tolist() == [10.0, 10.0, 9.0]
    assert likely.get_linewidth() > other.get_linewidth()
    assert likely.get_zorder() < other.get_zorder()


def test_years_of_common_investments_are_shaded(table):
    (shade,) = draw(table, options()).axes[0].patches

    assert (shade.get_x(), shade.get_x() + shade.get_width()) == (2020.0, 2021.0)


def test_worth_of_knowing_and_odds_are_told(table, words):
    told = " ".join(words(draw(table, options())))

    assert "until 2021" in told
    assert "0.01 billion CNY (2 % of the cost)" in told
    assert "Likely, 75 %" in told


def test_amounts_are_told_in_the_units_of_the_language(table, words):
    figure = draw(table, options("zh"))

    assert "0.1 亿元（占费用 2%）" in " ".join(words(figure))
    assert figure.axes[0].lines[0].get_ydata().tolist() == [1000.0, 1000.0, 900.0]
