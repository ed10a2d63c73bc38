"""The box of factor values in which a condition holds more often than elsewhere."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from carbonpath.charts.legend import width_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families, ink
from carbonpath.charts.studies.page import StudyWords, factor_axes, open_study_page, page_height
from carbonpath.charts.style import house_style, letter
from carbonpath.core.errors import DataError
from carbonpath.core.messages import text
from carbonpath.core.problems import Problem

COLUMNS = ("factor", "label", "parts", "chance")
"""Columns: factor, its limits in words, the parts of its range from 0 to 1 that lie in the box, quasi-p value."""


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
        told = [_told(str(row["label"]), float(row["chance"]), options) for _, row in table.iterrows()]
        right = max(width_of(line, "small") for lines in told for line in lines.splitlines()) + 0.35
        frame = open_study_page(options, words, "scenario_box", page_height(len(table)) + 0.3, note=note)
        names = [words.factor(str(name)) for name in table["factor"]]
        axes = factor_axes(frame, names, foot=0.85, right=right)
        for place, parts in enumerate(table["parts"]):
            axes.barh(place, 1.0, height=0.56, color=ink("grid"))
            for low, high in parts:
                axes.barh(place, max(high - low, 0.01), left=low, height=0.56, color=families()["scenario"]["3"])
            beside = axes.get_yaxis_transform()
            axes.annotate(told[place], (1.02, place), xycoords=beside, va="center", fontsize=letter("small", options))
        axes.set_xlim(0.0, 1.0)
        axes.set_xticks([0.0, 0.5, 1.0], ["0", "50", "100"])
        axes.set_xlabel(text("study.chart.spider_axis", options.language), fontsize=letter("small", options))
    return frame.figure


def _told(limit: str, chance: float, options: ChartOptions) -> str:
    return text("study.chart.limit", options.language, limit=limit, chance=f"{chance:.2g}")
