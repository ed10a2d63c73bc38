"""Carbon dioxide by sector, one panel a scenario, with peak and plateau."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.digits import decimals, written
from carbonpath.charts.legend import label_entries, width_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import colours, ink
from carbonpath.charts.panels import open_panels
from carbonpath.charts.peaks import FIGURES, ShownPeak, peaks_of
from carbonpath.charts.selection import by_scenario, lines_by_scenario, present, require_rows, select, unit_of
from carbonpath.charts.stack import depth_below, draw_stack, height_above, set_scale, set_years
from carbonpath.charts.style import BLANK, house_style, letter, page
from carbonpath.charts.words import boundary_line, note, title_of, unit_line


def draw(indicators: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return stacked bars of emissions by sector, in the boundary of `options`.

    Raises
    ------
    DataError
        CP-911 without emissions by sector in that boundary, CP-912 with those of several regions.
    """
    sectors = require_rows(select(indicators, "emissions", options, "sector", options.boundary), "emissions")
    tables = by_scenario(sectors, "sector")
    totals = lines_by_scenario(select(indicators, "emissions", options, None, options.boundary))
    shades = colours("sector", present(sectors, "sector"))
    entries = label_entries("sector", shades, options)
    unit = unit_line(unit_of(sectors, options), options, "CO₂")
    lines = (unit, boundary_line(options.boundary, options), note("plateau", options))
    with house_style(options):
        frame, axes = open_panels(options, list(tables), entries, title_of("emissions_by_sector", options), lines)
        peaks = peaks_of(indicators, totals, options)
        top, low = height_above(list(tables.values())), depth_below(list(tables.values()))
        for name, panel in axes.items():
            draw_stack(panel, tables[name], shades)
            set_years(panel, list(tables[name].index))
            set_scale(panel, low * 1.15, top * 1.24)
            _mark(panel, peaks.get(name), options, top)
            _tell_last(panel, totals[name], options)
    return frame.figure


def _mark(panel: Axes, peak: ShownPeak | None, options: ChartOptions, top: float) -> None:
    if peak is None:
        return
    scale = page(options).scale
    height = peak.level + 0.02 * top
    panel.hlines(height, peak.first - 0.43, peak.last + 0.43, color=ink("mark"), linewidth=1.0 * scale)
    panel.plot([peak.year], [height], marker="v", color=ink("mark"), markersize=3.6 * scale, clip_on=False)
    left, right = panel.get_xlim()
    early = peak.year < left + (right - left) / 2.0
    panel.annotate(
        "\n".join(peak.words(options)),
        (left + 0.2 if early else right - 0.2, height),
        xytext=(0.0, 2.6 * scale),
        textcoords="offset points",
        ha="left" if early else "right",
        va="bottom",
        fontsize=letter("small", options),
        linespacing=1.15,
        bbox=BLANK,
    )


def _tell_last(panel: Axes, total: pd.Series, options: ChartOptions) -> None:
    """Write the level of the last year above its bar."""
    year, level = int(total.index[-1]), float(total.iloc[-1])
    words = written(level, decimals([level], FIGURES))
    bar = panel.get_position().width * page(options).width / len(total)
    beneath = int(width_of(words, "small") / bar) + 2
    panel.annotate(
        words,
        (year + 0.45, float(total.iloc[-beneath:].max())),
        xytext=(0.0, 1.5 * page(options).scale),
        textcoords="offset points",
        ha="right",
        va="bottom",
        fontsize=letter("small", options),
    )
