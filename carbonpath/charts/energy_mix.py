"""Primary energy by fuel: round years in one cluster a scenario, with the share of coal."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.clusters import Clusters, arrange, cluster_note, label_clusters
from carbonpath.charts.digits import written
from carbonpath.charts.frame import MARGIN, open_frame
from carbonpath.charts.legend import label_entries, place_column, width_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import colours
from carbonpath.charts.selection import VISIBLE, by_scenario, present, require_rows, select, unit_of
from carbonpath.charts.stack import depth_below, draw_stack, height_above, set_scale
from carbonpath.charts.style import house_style, letter
from carbonpath.charts.words import boundary_line, note, title_of, unit_line

SCALE = 0.95
"""Width kept for the vertical scale, cm."""


def draw(indicators: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return clustered stacks of primary energy by fuel, the share of coal written in the bars.

    Raises
    ------
    DataError
        CP-911 without primary energy by fuel, CP-912 with that of several regions.
    """
    rows = require_rows(select(indicators, "primary_energy", options, "item"), "primary_energy")
    tables = by_scenario(rows, "item")
    shades = colours("fuel", present(rows, "item"))
    entries = label_entries("item", shades, options)
    boundary = boundary_line(str(rows["boundary"].iloc[0]), options)
    remarks = (note("coal_share", options), cluster_note(tables, options))
    lines = (unit_line(unit_of(rows, options), options), boundary, *remarks)
    with house_style(options):
        frame = open_frame(options, 8.6, title_of("energy_mix", options), lines)
        beside = max(width_of(entry.name) for entry in entries) + 0.95
        width = frame.width - 2 * MARGIN - SCALE - beside
        clusters = arrange(tables, width, options)
        foot = frame.bottom + clusters.foot
        axes = frame.axes(MARGIN + SCALE, foot, width, frame.top - foot - 0.15)
        for name, table in tables.items():
            draw_stack(axes, table.loc[clusters.years[name]], shades, clusters.places[name])
        top, low = height_above(list(tables.values())), depth_below(list(tables.values()))
        set_scale(axes, min(1.1 * low, -0.04 * top) if low < -VISIBLE * top else 0.0, 1.05 * top)
        _tell_coal(axes, tables, clusters, options)
        label_clusters(axes, clusters, options)
        place_column(frame, entries, frame.width - MARGIN - beside + 0.25, frame.top - 0.2)
    return frame.figure


def _tell_coal(axes: Axes, tables: Mapping[str, pd.DataFrame], clusters: Clusters, options: ChartOptions) -> None:
    for name, table in tables.items():
        if "coal" not in table.columns:
            continue
        shares = table["coal"] / table.sum(axis=1) * 100.0
        for place, year in zip(clusters.places[name], clusters.years[name], strict=True):
            axes.text(
                place,
                float(table["coal"][year]) / 2.0,
                written(float(shares[year]), 0),
                ha="center",
                va="center",
                color="white",
                fontsize=letter("small", options) * 0.9,
            )
