"""Mean absolute effect of each factor against the spread of its effects."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.frame import MARGIN
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families, ink
from carbonpath.charts.spread import spread_apart
from carbonpath.charts.studies.page import StudyWords, in_unit, open_study_page, rows_of
from carbonpath.charts.style import house_style, letter, page
from carbonpath.core.messages import text

NAMED = 10
"""Factors that are named, the strongest."""
WEAK = 0.02
"""Effect against the largest below which a factor is not named."""


def draw(table: pd.DataFrame, options: ChartOptions, words: StudyWords) -> Figure:
    """Return a point a factor with the interval of its mean absolute effect, the strongest named at the right.

    Parameters
    ----------
    table
        Rows of SENSITIVITY of one outcome and scenario, of the analysis ``morris``.
    options, words
        Language, page and names.

    Raises
    ------
    DataError
        CP-911 without effects.
    """
    rows, unit = in_unit(rows_of(table, "mu_star", "sigma"), options)
    points = _points(rows)
    with house_style(options):
        note = text("study.chart.morris_note", options.language)
        frame = open_study_page(options, words, "morris", 9.5, unit=unit, note=note)
        left, right = MARGIN + 1.3, 5.2
        height = frame.top - frame.bottom - 0.85
        axes = frame.axes(left, frame.bottom + 0.75, frame.width - left - right, height)
        _draw_points(axes, points, options)
        named = [point for point in points[:NAMED] if point.mean > WEAK * points[0].mean]
        _name_points(axes, named, words, options, height)
        small = letter("small", options)
        axes.set_xlabel(text("study.measure.mu_star", options.language), fontsize=small)
        axes.set_ylabel(text("study.measure.sigma", options.language), fontsize=small)
        axes.grid(visible=False)
    return frame.figure


class _Point(NamedTuple):
    factor: str
    mean: float
    low: float
    high: float
    spread: float


def _points(rows: pd.DataFrame) -> list[_Point]:
    """Return the factors, the strongest first."""
    means = rows.loc[rows["measure"] == "mu_star"]
    sigmas = rows.loc[rows["measure"] == "sigma"]
    spreads = dict(zip(sigmas["factor"].tolist(), sigmas["value"].tolist(), strict=True))
    columns = zip(*(means[name].tolist() for name in ("factor", "value", "low", "high")), strict=True)
    points = [_Point(factor, mean, low, high, spreads[factor]) for factor, mean, low, high in columns]
    return sorted(points, key=lambda point: (-point.mean, point.factor))


def _draw_points(axes: Axes, points: list[_Point], options: ChartOptions) -> None:
    scale = page(options).scale
    shade = families()["scenario"]["3"]
    right = max(point.high for point in points) or 1.0
    top = max(point.spread for point in points) or 1.0
    for point in points:
        ends = [max(0.0, point.low), point.high]
        axes.plot(ends, [point.spread, point.spread], color=ink("axis"), linewidth=0.7 * scale)
        axes.plot([point.mean], [point.spread], marker="o", markersize=3.6 * scale, color=shade)
    axes.plot([0.0, right + top], [0.0, right + top], color=ink("grid"), linewidth=0.8 * scale, zorder=1)
    axes.set_xlim(0.0, 1.08 * right)
    axes.set_ylim(0.0, 1.1 * top)


def _name_points(axes: Axes, points: list[_Point], words: StudyWords, options: ChartOptions, height: float) -> None:
    low, high = axes.get_ylim()
    step = 0.42 * (high - low) / height
    places = spread_apart({point.factor: point.spread for point in points}, step, low, high)
    for rank, point in enumerate(points, start=1):
        axes.annotate(
            f"{rank} {words.factor(point.factor)}",
            (point.mean, point.spread),
            xytext=(1.03, places[point.factor]),
            textcoords=axes.get_yaxis_transform(),
            va="center",
            fontsize=letter("small", options),
            arrowprops={"arrowstyle": "-", "color": ink("grid"), "linewidth": 0.6, "shrinkA": 0, "shrinkB": 3},
            annotation_clip=False,
        )
