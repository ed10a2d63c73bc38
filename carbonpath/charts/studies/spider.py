"""Each outcome along each factor alone, from the lower to the upper end of its range."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.frame import MARGIN
from carbonpath.charts.legend import Entry, place_below
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ink, rank_count, ranked_colours
from carbonpath.charts.studies.page import StudyWords, in_unit, open_study_page, rows_of
from carbonpath.charts.style import house_style, letter, page
from carbonpath.core.messages import text


def draw(table: pd.DataFrame, options: ChartOptions, words: StudyWords) -> Figure:
    """Return one line a factor over its range; the strongest in colour, values without a plan as crosses.

    Parameters
    ----------
    table
        Rows of SENSITIVITY of one outcome and scenario, of the analysis ``spider``.
    options, words
        Language, page and names.

    Raises
    ------
    DataError
        CP-911 without responses.
    """
    rows_of(table, "response")
    rows, unit = in_unit(rows_of(table, "response", "no_plan"), options)
    rows = rows.loc[~rows["factor"].isin(list(words.options))]
    told = rows.loc[rows["measure"] == "response"]
    spread = told.groupby("factor")["value"].agg(lambda v: v.max() - v.min())
    factors = sorted(spread.index, key=lambda name: (-float(spread[name]), str(name)))
    strong = [str(name) for name in factors[: rank_count("scenario")]]
    shades = ranked_colours("scenario", strong)
    entries = [Entry(words.factor(name), shades[name], "line") for name in strong]
    if len(factors) > len(strong):
        entries.append(Entry(text("study.chart.others", options.language), ink("grid"), "line"))
    with house_style(options):
        frame = open_study_page(options, words, "spider", 9.5, unit=unit)
        foot = place_below(frame, entries, MARGIN + 1.2, frame.width - 2 * MARGIN - 1.2) + 0.95
        left = MARGIN + 1.2
        axes = frame.axes(left, frame.bottom + foot, frame.width - left - 0.6, frame.top - frame.bottom - foot)
        for factor in reversed(factors):
            _draw_line(axes, rows.loc[rows["factor"] == factor], shades.get(str(factor)), options)
        axes.set_xlim(-0.03, 1.03)
        axes.set_xticks([0.0, 0.25, 0.5, 0.75, 1.0], ["0", "25", "50", "75", "100"])
        axes.set_xlabel(text("study.chart.spider_axis", options.language), fontsize=letter("small", options))
        axes.grid(visible=True, axis="x")
    return frame.figure


def _draw_line(axes: Axes, rows: pd.DataFrame, shade: str | None, options: ChartOptions) -> None:
    low, high = float(rows["at"].min()), float(rows["at"].max())
    told = rows.loc[rows["measure"] == "response"].sort_values("at")
    width = (1.5 if shade else 0.8) * page(options).scale
    if high <= low or told.empty:
        return
    places = (told["at"] - low) / (high - low)
    axes.plot(places, told["value"], color=shade or ink("grid"), linewidth=width, zorder=3 if shade else 2)
    without = rows.loc[rows["measure"] == "no_plan"]
    crosses = (without["at"] - low) / (high - low)
    nearest = [float(told["value"].iloc[int((told["at"] - at).abs().argmin())]) for at in without["at"]]
    axes.plot(crosses, nearest, linestyle="", marker="x", color=shade or ink("axis"), markersize=4, zorder=4)
