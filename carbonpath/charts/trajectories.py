"""Emissions of all scenarios as lines, with peak marks, and beneath them when each peaks and for how long."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.digits import decimals, written
from carbonpath.charts.frame import MARGIN, open_frame
from carbonpath.charts.legend import width_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ranked_colours
from carbonpath.charts.peaks import FIGURES, ShownPeak, peaks_of
from carbonpath.charts.selection import lines_by_scenario, require_rows, select, unit_of
from carbonpath.charts.spread import spread_apart
from carbonpath.charts.stack import milestones, set_scale
from carbonpath.charts.style import INCH, SIZES, house_style, letter, page
from carbonpath.charts.words import boundary_line, note, title_of, unit_line
from carbonpath.core.messages import text

DASHES = ("-", "-", (0, (5, 1.5)), (0, (3, 1)), (0, (1.2, 1)), (0, (6, 1.5, 1.5, 1.5)), (0, (2, 2)), (0, (8, 2)))
"""Line styles by rank, so that lines lying on one another and black-and-white prints can be told apart."""
LEFT = 1.0
"""Width kept for the scale, cm."""
ROW = 0.38
"""Height of a row of the strip, cm."""


def draw(indicators: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return one line a scenario in the boundary of `options`, and a strip with peak years and plateaus.

    Raises
    ------
    DataError
        CP-911 without total emissions in that boundary, CP-912 with those of several regions.
    """
    rows = require_rows(select(indicators, "emissions", options, None, options.boundary), "emissions")
    totals = lines_by_scenario(rows)
    shades = ranked_colours("scenario", list(totals))
    unit = unit_line(unit_of(rows, options), options, "CO₂")
    lines = (unit, boundary_line(options.boundary, options), note("no_zero", options))
    with house_style(options):
        strip = ROW * len(totals)
        frame = open_frame(options, 8.6 + strip, title_of("trajectories", options), lines)
        names = [options.scenario(name) for name in totals]
        right = max(width_of(name) for name in names) + 0.45
        width = frame.width - 2 * MARGIN - LEFT - right
        foot = frame.bottom + 0.45
        lower = frame.axes(MARGIN + LEFT, foot, width, strip)
        base = foot + strip + 0.75
        tall = frame.top - base - 0.1
        upper = frame.axes(MARGIN + LEFT, base, width, tall)
        peaks = peaks_of(indicators, totals, options)
        _draw_lines(upper, totals, shades, options)
        _mark_peaks(upper, peaks, shades, options)
        _name_lines(upper, tall, totals, shades, options)
        _draw_strip(lower, totals, peaks, shades, options)
        frame.write(note("strip", options), MARGIN + LEFT, foot + strip + 0.14, "small", "faint")
    return frame.figure


def _draw_lines(axes: Axes, totals: Mapping[str, pd.Series], shades: Mapping[str, str], options: ChartOptions) -> None:
    scale = page(options).scale
    for rank, (name, total) in enumerate(totals.items()):
        width = (2.6 if rank == 0 else 1.5) * scale
        style = DASHES[rank % len(DASHES)]
        axes.plot(total.index, total.to_numpy(), color=shades[name], linewidth=width, linestyle=style, zorder=2 + rank)
    values = pd.concat(list(totals.values()))
    room = max(0.12 * (values.max() - values.min()), 0.01 * abs(values.max()))
    set_scale(axes, values.min() - room, values.max() + room)
    _set_years(axes, totals)
    axes.tick_params(labelbottom=False)


def _set_years(axes: Axes, totals: Mapping[str, pd.Series]) -> None:
    years = sorted({year for total in totals.values() for year in total.index})
    axes.set_xlim(years[0] - 0.3, years[-1] + 0.1)
    axes.set_xticks(milestones(years))
    axes.grid(visible=True, axis="x")


def _mark_peaks(axes: Axes, peaks: Mapping[str, ShownPeak], shades: Mapping[str, str], options: ChartOptions) -> None:
    scale = page(options).scale
    for rank, (name, peak) in enumerate(peaks.items()):
        axes.plot(
            [peak.year],
            [peak.level],
            marker="o",
            markersize=max(6.4 - 0.8 * rank, 3.2) * scale,
            color=shades[name],
            markeredgecolor="white",
            markeredgewidth=0.5 * scale,
            zorder=20 + rank,
        )


def _name_lines(
    axes: Axes, tall: float, totals: Mapping[str, pd.Series], shades: Mapping[str, str], options: ChartOptions
) -> None:
    """Write each scenario's name at the end of its line, kept apart where lines end close together."""
    low, high = axes.get_ylim()
    step = (high - low) * SIZES["text"] / 72.0 * INCH * 1.25 / tall
    ends = {name: float(total.iloc[-1]) for name, total in totals.items()}
    places = spread_apart(ends, step, low, high)
    for name, place in places.items():
        axes.annotate(
            options.scenario(name),
            (totals[name].index[-1], ends[name]),
            xytext=(1.025, place),
            textcoords=axes.get_yaxis_transform(),
            va="center",
            color=shades[name],
            fontsize=letter("text", options),
            arrowprops={
                "arrowstyle": "-",
                "color": shades[name],
                "linewidth": 0.5,
                "shrinkA": 0,
                "shrinkB": 0,
                "relpos": (0.0, 0.5),
            },
            annotation_clip=False,
        )


def _draw_strip(
    axes: Axes,
    totals: Mapping[str, pd.Series],
    peaks: Mapping[str, ShownPeak],
    shades: Mapping[str, str],
    options: ChartOptions,
) -> None:
    scale = page(options).scale
    _set_years(axes, totals)
    axes.set_ylim(len(totals) - 0.5, -0.5)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    per_cm = (axes.get_xlim()[1] - axes.get_xlim()[0]) / (axes.get_position().width * page(options).width)
    for row, name in enumerate(totals):
        axes.annotate(
            options.scenario(name), (1.025, row), xycoords=axes.get_yaxis_transform(), va="center", color=shades[name]
        )
        peak = peaks.get(name)
        if peak is None:
            continue
        axes.barh(row, peak.last - peak.first + 0.7, left=peak.first - 0.35, height=0.5, color=shades[name], alpha=0.3)
        axes.plot([peak.year], [row], marker="o", markersize=3.4 * scale, color=shades[name])
        if peak.back:
            axes.plot([peak.back], [row], "o", markersize=3.4 * scale, color=shades[name], markerfacecolor="white")
        words = _told(peak, options)
        place, side = _beside(peak, width_of(words, "small") * per_cm, axes.get_xlim())
        axes.annotate(words, (place, row), va="center", ha=side, fontsize=letter("small", options))


def _beside(peak: ShownPeak, width: float, limits: tuple[float, float]) -> tuple[float, Literal["left", "right"]]:
    """Return where words of a width in years stand: right of the bar, left of it, or within it beside the dot."""
    if limits[1] - peak.last >= width + 0.7:
        return peak.last + 0.55, "left"
    if peak.first - limits[0] >= width + 0.7:
        return peak.first - 0.55, "right"
    return (peak.year + 0.3, "left") if limits[1] - peak.year >= width else (peak.year - 0.3, "right")


def _told(peak: ShownPeak, options: ChartOptions) -> str:
    level = written(peak.level, decimals([peak.level], FIGURES))
    row = text("charts.peak.row", options.language, year=peak.year, level=level, first=peak.first, last=peak.last)
    if peak.back:
        row += text("charts.peak.back", options.language, year=peak.back)
    return row + (text("charts.peak.open", options.language) if peak.open_end else "")
