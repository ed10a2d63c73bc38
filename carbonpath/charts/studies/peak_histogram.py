"""How likely it is that emissions peak in each year, or have peaked by it."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.frame import MARGIN
from carbonpath.charts.legend import Entry, place_below
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families, ink
from carbonpath.charts.studies.page import StudyWords, open_study_page, rows_of
from carbonpath.charts.style import house_style, letter, page
from carbonpath.core.messages import text


def draw(table: pd.DataFrame, options: ChartOptions, words: StudyWords) -> Figure:
    """Return a bar a year, the running sum as a line, and a hatched bar for samples without a plan.

    Parameters
    ----------
    table
        Rows of SENSITIVITY of one outcome and scenario, of the analysis ``peak_probability``.
    options, words
        Language, page and names.

    Raises
    ------
    DataError
        CP-911 without probabilities.
    """
    rows = rows_of(table, "peaks_in", "peaked_by", "no_plan")
    within = rows.loc[rows["measure"] == "peaks_in"].sort_values("at")
    until = rows.loc[rows["measure"] == "peaked_by"].sort_values("at")
    without = float(rows.loc[rows["measure"] == "no_plan", "value"].sum())
    shade = families()["scenario"]["3"]
    entries = [
        Entry(text("study.measure.peaks_in", options.language), shade),
        Entry(text("study.measure.peaked_by", options.language), ink("mark"), "line"),
    ]
    with house_style(options):
        frame = open_study_page(options, words, "peak_histogram", 8.0, unit="%")
        foot = place_below(frame, entries, MARGIN + 1.2, frame.width - 3.0) + 0.5
        left = MARGIN + 1.2
        axes = frame.axes(left, frame.bottom + foot, frame.width - left - 0.6, frame.top - frame.bottom - foot)
        axes.bar(within["at"], 100.0 * within["value"], width=0.7, color=shade)
        axes.plot(until["at"], 100.0 * until["value"], color=ink("mark"), linewidth=1.4 * page(options).scale)
        axes.fill_between(until["at"], 100.0 * until["low"], 100.0 * until["high"], color=ink("grid"), alpha=0.6)
        _label(axes, within, without, options)
    return frame.figure


def _label(axes: Axes, within: pd.DataFrame, without: float, options: ChartOptions) -> None:
    small = letter("small", options)
    years = [int(year) for year in within["at"]]
    for year, share in zip(years, within["value"].tolist(), strict=True):
        if share > 0.0:
            axes.annotate(_percent(share), (year, 100 * share + 1.0), ha="center", va="bottom", fontsize=small)
    names = [str(year) for year in years]
    if without:
        place = years[-1] + 1.5
        axes.bar(
            [place],
            [100.0 * without],
            width=0.7,
            facecolor="white",
            edgecolor=ink("limit"),
            hatch="////",
            linewidth=0.6,
        )
        axes.annotate(_percent(without), (place, 100 * without + 1.0), ha="center", va="bottom", fontsize=small)
        axes.set_xticks([*years, place], [*names, text("study.measure.no_plan", options.language)])
    else:
        axes.set_xticks(years, names)
    axes.set_ylim(0.0, 108.0)


def _percent(share: float) -> str:
    return f"{100 * share:.0f}" if share >= 0.01 else f"{100 * share:.1f}"
