"""Coal by firm: stacked against the cap, with a dot where it binds."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.charts.coal_by_firm import draw
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import OTHER, families, ink, rank_count

FIRMS = {"F01": [8.0, 8.0], "F04": [2.0, 1.5]}


@pytest.fixture
def table(rows):
    """Return a scenario with a cap that binds in its second year, and one without."""
    return pd.concat(
        [
            rows("coal", FIRMS, "Mtce", by="firm", boundary="coal_including_coking"),
            rows("coal", FIRMS, "Mtce", by="firm", boundary="coal_including_coking", scenario="coal-cap"),
            rows("coal_cap", {"": [11.0, 9.5]}, "Mtce", boundary="coal_including_coking", scenario="coal-cap"),
        ],
        ignore_index=True,
    )


def test_the_largest_firm_stands_at_the_bottom(table, bars):
    panel = draw(table, ChartOptions(language="en")).axes[0]

    first = families()["firm"]["1"]
    assert bars(panel)[first] == [(2020, 0, 8), (2021, 0, 8)]


def test_the_cap_is_a_line_of_steps_where_there_is_one(table):
    without, capped = draw(table, ChartOptions(language="en")).axes

    steps = [patch for patch in capped.patches if hasattr(patch, "get_data")]
    assert [list(patch.get_data().values) for patch in steps] == [[11.0, 9.5]]
    assert not [patch for patch in without.patches if hasattr(patch, "get_data")]
    assert without.texts[0].get_text() == "no cap"


def test_a_dot_marks_the_years_in_which_the_cap_binds(table):
    capped = draw(table, ChartOptions(language="en")).axes[1]

    dots = [line for line in capped.get_lines() if line.get_color() == ink("limit")]
    assert [list(line.get_xdata()) for line in dots] == [[2021]]


def test_small_firms_beyond_the_colours_stand_together(rows, bars, words):
    many = {f"F{rank:02d}": [10.0 - rank] for rank in range(9)}

    figure = draw(rows("coal", many, "Mtce", by="firm"), ChartOptions(language="en"))

    rest = [10.0 - rank for rank in range(rank_count("firm"), 9)]
    assert bars(figure.axes[0])[families()["firm"][OTHER]][0][2] == pytest.approx(sum(rest))
    assert "Other firms" in words(figure)


def test_firms_are_shown_by_the_names_given(table, words):
    figure = draw(table, ChartOptions(language="zh", firm_labels={"F01": "钢铁厂"}))

    assert {"钢铁厂", "F04"} <= set(words(figure))
