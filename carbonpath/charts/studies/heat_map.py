"""An outcome at every combination of two factors."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import QuadMesh
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from carbonpath.charts.digits import decimals, written
from carbonpath.charts.frame import MARGIN
from carbonpath.charts.legend import width_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families, ink
from carbonpath.charts.studies.page import StudyWords, in_unit, open_study_page, rows_of
from carbonpath.charts.style import house_style, letter
from carbonpath.core.messages import text

WRITTEN = 12
"""Columns up to which every number is written into its cell; a wider field has a scale of colours."""
SCALE = 1.9
"""Room for the scale of colours, cm."""


def draw(table: pd.DataFrame, options: ChartOptions, words: StudyWords) -> Figure:
    """Return a field of coloured cells, those without a plan hatched.

    Parameters
    ----------
    table
        Rows of SENSITIVITY of one outcome, scenario and pair of factors, of the analysis ``pairs``.
    options, words
        Language, page and names.

    Raises
    ------
    DataError
        CP-911 without responses.
    """
    rows, unit = in_unit(rows_of(table, "response", "no_plan"), options)
    one, other = str(rows["factor"].iloc[0]), str(rows["other"].iloc[0])
    rows = rows.loc[(rows["factor"] == one) & (rows["other"] == other)]
    told = rows.assign(value=rows["value"].where(rows["measure"] == "response"))
    field = told.pivot_table(index="at", columns="at_other", values="value", aggfunc="first", dropna=False).sort_index()
    note = text("study.chart.heat_map_note", options.language) if (rows["measure"] == "no_plan").any() else ""
    names = [words.value(one, float(value)) for value in field.index]
    with house_style(options):
        frame = open_study_page(options, words, "heat_map", 3.4 + 0.62 * len(field), unit=unit, note=note)
        left = MARGIN + 0.75 + max(width_of(name, "small") for name in names)
        height = frame.top - frame.bottom - 0.95
        numbered = field.shape[1] <= WRITTEN
        right = 0.5 if numbered else SCALE
        axes = frame.axes(left, frame.bottom + 0.95, frame.width - left - right, height)
        cells = _draw_cells(axes, field)
        if numbered:
            _write_numbers(axes, field, options)
        elif cells is not None:
            bar = frame.axes(frame.width - SCALE + 0.3, frame.bottom + 0.95, 0.35, height)
            frame.figure.colorbar(cells, cax=bar)
        small = letter("small", options)
        axes.set_yticks(range(len(field)), names, fontsize=small)
        step = math.ceil(field.shape[1] / WRITTEN)
        places = range(0, field.shape[1], step)
        axes.set_xticks(places, [words.value(other, float(field.columns[place])) for place in places], fontsize=small)
        axes.set_xlabel(words.axis(other, options.language), fontsize=letter("text", options))
        axes.set_ylabel(words.axis(one, options.language), fontsize=letter("text", options))
        axes.grid(visible=False)
    return frame.figure


def _draw_cells(axes: Axes, field: pd.DataFrame) -> QuadMesh | None:
    """Colour the cells, hatch those without a plan, and return the coloured ones; None if there are none."""
    numbers = field.to_numpy(dtype=float)
    there = np.isfinite(numbers)
    for row, column in np.argwhere(~there).tolist():
        corner = (column - 0.5, row - 0.5)
        axes.add_patch(Rectangle(corner, 1.0, 1.0, facecolor="white", hatch="////", edgecolor=ink("axis")))
    cells = None
    if there.any():
        ends = [families()["scenario"]["3"], "#f7f7f4", families()["scenario"]["2"]]
        shades = LinearSegmentedColormap.from_list("study", ends)
        places = np.arange(field.shape[1]), np.arange(len(field))
        cells = axes.pcolormesh(*places, np.ma.masked_invalid(numbers), cmap=shades, shading="nearest")
        if np.ptp(numbers[there]) == 0.0:
            cells.set_clim(numbers[there][0] - 1.0, numbers[there][0] + 1.0)
    axes.set_xlim(-0.5, field.shape[1] - 0.5)
    axes.set_ylim(-0.5, len(field) - 0.5)
    return cells


def _write_numbers(axes: Axes, field: pd.DataFrame, options: ChartOptions) -> None:
    numbers = field.to_numpy(dtype=float)
    told = numbers[np.isfinite(numbers)]
    digits = decimals(told.tolist(), 4)
    low, high = (float(told.min()), float(told.max())) if told.size else (0.0, 0.0)
    for row, column in np.argwhere(np.isfinite(numbers)).tolist():
        value = float(numbers[row, column])
        middle = high <= low or abs((value - low) / (high - low) - 0.5) < 0.36
        axes.text(
            column,
            row,
            written(value, digits),
            ha="center",
            va="center",
            fontsize=letter("small", options),
            color=ink("text") if middle else "white",
        )
