"""Shares of the variance due to each factor, alone and with all others, with their intervals."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from carbonpath.charts.legend import Entry, place_below
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families, ink
from carbonpath.charts.studies.page import MOST, StudyWords, factor_axes, open_study_page, page_height, rows_of
from carbonpath.charts.style import house_style, letter
from carbonpath.core.messages import text

MEASURES = ("S1", "ST")
"""Measures that stand beside each other, the upper first."""


def draw(table: pd.DataFrame, options: ChartOptions, words: StudyWords) -> Figure:
    """Return two bars a factor with their intervals, the largest total on top.

    Parameters
    ----------
    table
        Rows of SENSITIVITY of one outcome and scenario, of the analysis ``sobol`` or ``fast``.
    options, words
        Language, page and names.

    Raises
    ------
    DataError
        CP-911 without indices.
    """
    rows = rows_of(table, *MEASURES)
    totals = rows.loc[rows["measure"] == "ST"].set_index("factor")["value"].sort_values(ascending=False, kind="stable")
    factors = [str(name) for name in totals.index[:MOST]]
    shades = dict(zip(MEASURES, (families()["scenario"]["3"], families()["sector"]["glass"]), strict=True))
    entries = [Entry(text(f"study.measure.{name}", options.language), shades[name]) for name in MEASURES]
    with house_style(options):
        frame = open_study_page(options, words, "sobol", page_height(len(factors)) + 0.5)
        foot = place_below(frame, entries, 2.0, frame.width - 2.5) + 0.5
        axes = factor_axes(frame, [words.factor(name) for name in factors], foot)
        for offset, measure in zip((-0.19, 0.19), MEASURES, strict=True):
            part = rows.loc[rows["measure"] == measure].set_index("factor").loc[factors]
            places = [place + offset for place in range(len(factors))]
            axes.barh(places, part["value"].clip(lower=0.0), height=0.36, color=shades[measure])
            axes.hlines(places, part["low"].clip(lower=0.0), part["high"], color=ink("mark"), linewidth=0.8)
        axes.set_xlim(0.0, max(1.0, float(rows["high"].max()) * 1.02))
        axes.set_xlabel(text("study.chart.sobol_axis", options.language), fontsize=letter("small", options))
    return frame.figure
