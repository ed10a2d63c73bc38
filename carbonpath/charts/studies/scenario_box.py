"""The box of factor values in which a condition holds more often than elsewhere."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families, ink
from carbonpath.charts.studies.page import StudyWords, factor_axes, open_study_page, page_height
from carbonpath.charts.style import house_style, letter
from carbonpath.core.errors import DataError
from carbonpath.core.messages import text
from carbonpath.core.problems import Problem

COLUMNS = ("factor", "label", "low", "high", "range_low", "range_high", "chance")
"""Columns of the table: factor, its limits in words, limits and range of its values, quasi-p value."""


def draw(table: pd.DataFrame, options: ChartOptions, words: StudyWords, note: str = "") -> Figure:
    """Return a bar a factor: its whole range pale, what lies in the box dark, the limits in words beside it.

    Parameters
    ----------
    table
        One row a factor that the box limits, with `COLUMNS`; the surest first.
    options, words
        Language, page and names; the outcome is the condition.
    note
        Density, coverage and support in words.

    Raises
    ------
    DataError
        CP-911 if the box limits nothing.
    """
    if table.empty:
        raise DataError(Problem("CP-911", value=words.outcome))
    with house_style(options):
        frame = open_study_page(options, words, "scenario_box", page_height(len(table)), note=note)
        axes = factor_axes(frame, [words.factor(str(name)) for name in table["factor"]], right=5.6)
        for place, row in enumerate(table.to_dict("records")):
            _draw_bar(axes, place, {str(key): value for key, value in row.items()}, options)
        axes.set_xlim(0.0, 1.0)
        axes.set_xticks([0.0, 0.5, 1.0], ["0", "50", "100"])
        axes.set_xlabel(text("study.chart.spider_axis", options.language), fontsize=letter("small", options))
    return frame.figure


def _draw_bar(axes: Axes, place: int, row: dict[str, object], options: ChartOptions) -> None:
    first, last = float(str(row["range_low"])), float(str(row["range_high"]))
    width = last - first or 1.0
    low = (max(float(str(row["low"])), first) - first) / width
    high = (min(float(str(row["high"])), last) - first) / width
    axes.barh(place, 1.0, height=0.56, color=ink("grid"))
    axes.barh(place, max(high - low, 0.01), left=low, height=0.56, color=families()["scenario"]["3"])
    told = text("study.chart.limit", options.language, limit=row["label"], chance=f"{float(str(row['chance'])):.2g}")
    axes.annotate(
        told, (1.02, place), xycoords=axes.get_yaxis_transform(), va="center", fontsize=letter("small", options)
    )
