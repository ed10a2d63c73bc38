"""Trajectories: one line a scenario, marked at its peak, and a strip of plateaus."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.trajectories import draw


@pytest.fixture
def table(rows, peaked):
    """Return two scenarios over four years."""
    return pd.concat(
        [
            rows("emissions", {"": [36.0, 36.5, 36.4, 30.0]}, "Mt", boundary="scope1"),
            rows("emissions", {"": [36.0, 35.0, 33.0, 29.9]}, "Mt", boundary="scope1", scenario="coal-cap"),
            peaked("reference", 2021, 36.5, (2021, 2022)),
            peaked("coal-cap", 2020, 36.0, (2020, 2020)),
        ],
        ignore_index=True,
    )


def test_lines_go_through_the_table_and_marks_stand_at_the_peaks(table):
    upper = draw(table, ChartOptions(language="en")).axes[1]

    lines = [line for line in upper.get_lines() if len(line.get_xdata()) == 4]
    marks = [line for line in upper.get_lines() if len(line.get_xdata()) == 1]
    assert [list(line.get_ydata()) for line in lines] == [[36.0, 36.5, 36.4, 30.0], [36.0, 35.0, 33.0, 29.9]]
    assert [(mark.get_xdata()[0], mark.get_ydata()[0]) for mark in marks] == [(2021, 36.5), (2020, 36.0)]


def test_the_strip_shows_how_long_each_plateau_lasts(table):
    lower = draw(table, ChartOptions(language="en")).axes[0]

    widths = [round(patch.get_width() + 0.3) for patch in lower.patches]
    assert widths == [2, 1]


def test_each_scenario_keeps_one_colour_in_lines_marks_and_names(table):
    lower, upper = draw(table, ChartOptions(language="en")).axes

    for name in ("reference", "coal-cap"):
        colours = {text.get_color() for axes in (lower, upper) for text in axes.texts if text.get_text() == name}
        assert len(colours) == 1
    assert len({line.get_color() for line in upper.get_lines()}) == 2


def test_names_of_lines_that_end_together_stand_apart(table):
    upper = draw(table, ChartOptions(language="en")).axes[1]

    heights = sorted(text.xyann[1] for text in upper.texts)
    assert heights[1] - heights[0] > 0.1


def test_years_are_told_with_their_plateau(table, words, options):
    shown = " ".join(words(draw(table, options)))

    assert "2021" in shown
    assert ("平台期2021—2022年" if options.language == "zh" else "plateau 2021–2022") in shown


def test_a_scenario_without_peak_rows_keeps_its_line(table, options):
    without = table.loc[table["indicator"] == "emissions"]

    assert len(draw(without, options).axes[1].get_lines()) == 2


def test_a_path_that_comes_back_to_its_peak_is_told_so(table, rows, words):
    again = rows("peak_return", {"": [2023.0]}, "year", boundary="scope1", first=2023)

    shown = words(draw(pd.concat([table, again], ignore_index=True), ChartOptions(language="en")))

    assert "2021: 36.50, plateau 2021–2022, back at that level in 2023" in shown


@pytest.mark.parametrize(
    ("plateau", "horizon"),
    [pytest.param((2020, 2034), 15, id="over all years"), pytest.param((2030, 2034), 15, id="at the end")],
)
def test_words_of_a_long_plateau_stay_on_the_page(rows, peaked, plateau, horizon):
    table = pd.concat(
        [
            rows("emissions", {"": [36.0] * horizon}, "Mt", boundary="scope1"),
            peaked("reference", plateau[0], 36.0, plateau),
        ],
        ignore_index=True,
    )

    figure = draw(table, ChartOptions(language="en"))
    figure.draw_without_rendering()

    page = figure.bbox
    for text in figure.axes[0].texts:
        box = text.get_window_extent()
        assert page.x0 <= box.x0
        assert box.x1 <= page.x1
