"""Hydrogen: what makes it above the axis, what uses it below, one panel a scenario."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from carbonpath.charts.legend import Entry, label_entries
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import colours
from carbonpath.charts.panels import open_panels
from carbonpath.charts.selection import by_scenario, present, require_rows, select, unit_of
from carbonpath.charts.stack import draw_stack, height_above, set_scale, set_years
from carbonpath.charts.style import house_style
from carbonpath.charts.words import note, title_of, unit_line
from carbonpath.core.messages import text


def draw(indicators: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return stacked bars of hydrogen made, upwards, and used, downwards.

    Raises
    ------
    DataError
        CP-911 without hydrogen, CP-912 with that of several regions.
    """
    made = require_rows(select(indicators, "hydrogen_source", options, "item"), "hydrogen_source")
    used = require_rows(select(indicators, "hydrogen_use", options, "item"), "hydrogen_use")
    sources, uses = by_scenario(made, "item"), by_scenario(used, "item")
    source_shades = colours("hydrogen_source", present(made, "item"))
    use_shades = colours("hydrogen_use", present(used, "item"))
    entries = [
        Entry(text("charts.legend.sources", options.language)),
        *label_entries("item", source_shades, options),
        Entry(text("charts.legend.uses", options.language)),
        *reversed(label_entries("item", use_shades, options)),
    ]
    lines = (unit_line(unit_of(made, options), options, "H₂"), note("sources_uses", options))
    with house_style(options):
        frame, axes = open_panels(options, list(sources), entries, title_of("hydrogen", options), lines)
        top, low = height_above(list(sources.values())), height_above(list(uses.values()))
        for name, panel in axes.items():
            draw_stack(panel, sources[name], source_shades)
            draw_stack(panel, uses[name], use_shades, sign=-1.0)
            set_years(panel, list(sources[name].index))
            set_scale(panel, -1.08 * low, 1.08 * top, absolute=True)
    return frame.figure
