"""The spread of paths over all samples, year by year."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from carbonpath.charts.frame import MARGIN
from carbonpath.charts.legend import Entry, place_below
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families
from carbonpath.charts.studies.page import StudyWords, in_unit, open_study_page, rows_of
from carbonpath.charts.style import house_style, page
from carbonpath.core.messages import text

BANDS = (("q05", "q95", 0.22), ("q25", "q75", 0.55))
"""Lower and upper line of each band, and how opaque it is."""


def draw(table: pd.DataFrame, options: ChartOptions, words: StudyWords) -> Figure:
    """Return the median with the bands of the middle half and of nine in ten samples.

    Parameters
    ----------
    table
        Rows of SENSITIVITY of one outcome and scenario, of the analysis ``fan``.
    options, words
        Language, page and names.

    Raises
    ------
    DataError
        CP-911 without quantiles.
    """
    rows, unit = in_unit(rows_of(table, "q05", "q25", "q50", "q75", "q95"), options)
    lines = rows.pivot_table(index="at", columns="measure", values="value").sort_index()
    share = float(rows["share"].min())
    note = text("study.chart.fan_note", options.language, share=f"{100 * share:.0f}")
    shade = families()["scenario"]["3"]
    names = [text(f"study.chart.{key}", options.language) for key in ("band_90", "band_50", "median")]
    entries = [
        Entry(names[0], _paler(shade, 0.22)),
        Entry(names[1], _paler(shade, 0.55)),
        Entry(names[2], shade, "line"),
    ]
    with house_style(options):
        frame = open_study_page(options, words, "fan", 8.8, unit=unit, note=note)
        foot = place_below(frame, entries, MARGIN + 1.2, frame.width - 3.0) + 0.5
        left = MARGIN + 1.2
        axes = frame.axes(left, frame.bottom + foot, frame.width - left - 0.6, frame.top - frame.bottom - foot)
        for low, high, depth in BANDS:
            axes.fill_between(lines.index, lines[low], lines[high], color=_paler(shade, depth))
        axes.plot(lines.index, lines["q50"], color=shade, linewidth=1.8 * page(options).scale)
        axes.set_xlim(lines.index.min(), lines.index.max())
        axes.set_xticks([year for year in lines.index if year % 5 == 0])
        axes.grid(visible=True, axis="x")
    return frame.figure


def _paler(colour: str, depth: float) -> str:
    """Return a colour mixed with white."""
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - depth * (255 - part)):02x}" for part in parts)
