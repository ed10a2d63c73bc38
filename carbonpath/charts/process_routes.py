"""Crude steel by route above, hot metal by furnace below: round years in one cluster a scenario."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.clusters import Clusters, arrange, cluster_note, label_clusters
from carbonpath.charts.frame import MARGIN, open_frame
from carbonpath.charts.legend import label_entries, place_column, width_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import colours
from carbonpath.charts.selection import by_scenario, present, require_rows, select, unit_of
from carbonpath.charts.stack import draw_stack, height_above, set_scale
from carbonpath.charts.style import house_style, letter
from carbonpath.charts.words import title_of, unit_line
from carbonpath.core.labels import label

FAMILIES = {"crude_steel": "steel_route", "hot_metal": "iron_furnace"}
"""Colours of each product, in the order from above."""
SCALE = 0.8
"""Width kept for the vertical scale, cm."""
HEADING = 0.5
"""Height kept above each part, cm."""


def draw(indicators: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return two rows of clustered bars, each with its legend.

    Raises
    ------
    DataError
        CP-911 without crude steel or hot metal, CP-912 with those of several regions.
    """
    rows = {product: require_rows(select(indicators, product, options, "item"), product) for product in FAMILIES}
    unit = unit_of(rows["crude_steel"], options)
    shades = {product: colours(family, present(rows[product], "item")) for product, family in FAMILIES.items()}
    names = [label("item", key, options.language) for keys in shades.values() for key in keys]
    tables = {product: by_scenario(rows[product], "item") for product in FAMILIES}
    remark = cluster_note(tables["crude_steel"], options)
    with house_style(options):
        frame = open_frame(options, 10.6, title_of("process_routes", options), (unit_line(unit, options), remark))
        beside = max(width_of(name) for name in names) + 0.95
        width = frame.width - 2 * MARGIN - SCALE - beside
        clusters = arrange(tables["crude_steel"], width, options)
        foot = frame.bottom + clusters.foot
        height = (frame.top - foot - 2 * HEADING - 0.35) / 2.0
        for place, product in enumerate(FAMILIES):
            bottom = foot + (1 - place) * (height + HEADING + 0.35)
            axes = frame.axes(MARGIN + SCALE, bottom, width, height)
            _draw_part(axes, tables[product], shades[product], clusters)
            label_clusters(axes, clusters, options, names=place == len(FAMILIES) - 1)
            heading = letter("heading", options)
            axes.set_title(
                label("indicator", product, options.language), loc="left", fontsize=heading, pad=heading * 0.45
            )
            entries = label_entries("item", shades[product], options)
            place_column(frame, entries, frame.width - MARGIN - beside + 0.25, bottom + height)
    return frame.figure


def _draw_part(axes: Axes, tables: Mapping[str, pd.DataFrame], shades: Mapping[str, str], clusters: Clusters) -> None:
    for name, table in tables.items():
        draw_stack(axes, table.loc[clusters.years[name]], shades, clusters.places[name])
    set_scale(axes, 0.0, 1.06 * height_above(list(tables.values())))
