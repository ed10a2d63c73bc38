"""Coal by firm against the cap, one panel a scenario."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.legend import Entry
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import OTHER, families, ink, rank_count, ranked_colours
from carbonpath.charts.panels import open_panels
from carbonpath.charts.selection import by_scenario, lines_by_scenario, require_rows, select, unit_of
from carbonpath.charts.stack import draw_stack, height_above, set_scale, set_years
from carbonpath.charts.style import BLANK, house_style, letter, page
from carbonpath.charts.words import boundary_line, note, title_of, unit_line
from carbonpath.core.labels import label
from carbonpath.core.messages import text

BINDING = 1e-4
"""Relative distance from the cap within which it counts as binding."""


def draw(indicators: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return stacked bars of coal by firm with the cap as a line and a dot where it binds.

    Raises
    ------
    DataError
        CP-911 without coal by firm, CP-912 with that of several regions.
    """
    rows = require_rows(select(indicators, "coal", options, "firm"), "coal")
    caps = lines_by_scenario(select(indicators, "coal_cap", options))
    tables = {name: _largest_first(table, rows) for name, table in by_scenario(rows, "firm").items()}
    shades = _shades(next(iter(tables.values())))
    boundary = boundary_line(str(rows["boundary"].iloc[0]), options)
    lines = (unit_line(unit_of(rows, options), options), boundary)
    with house_style(options):
        title = title_of("coal_by_firm", options)
        frame, axes = open_panels(options, list(tables), _entries(shades, caps, options), title, lines)
        tops = [height_above(list(tables.values())), *(float(cap.max()) for cap in caps.values())]
        for name, panel in axes.items():
            draw_stack(panel, tables[name], shades)
            set_years(panel, list(tables[name].index))
            set_scale(panel, 0.0, max(tops) * 1.15)
            _draw_cap(panel, caps.get(name), tables[name].sum(axis=1), options)
    return frame.figure


def _largest_first(table: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Return a table in which firms beyond the colours there are stand together as one, last."""
    sums = rows.groupby("firm")["value"].sum()
    sizes = {str(firm): float(size) for firm, size in sums.items()}
    order = sorted((firm for firm, size in sizes.items() if size), key=lambda firm: (-sizes[firm], firm))
    named, rest = order[: rank_count("firm")], order[rank_count("firm") :]
    shown = table.reindex(columns=named, fill_value=0.0)
    return shown.assign(**{OTHER: table.reindex(columns=rest, fill_value=0.0).sum(axis=1)}) if rest else shown


def _shades(table: pd.DataFrame) -> dict[str, str]:
    firms = [str(firm) for firm in table.columns if firm != OTHER]
    others = {OTHER: families()["firm"][OTHER]} if OTHER in table.columns else {}
    return {**ranked_colours("firm", firms), **others}


def _entries(shades: Mapping[str, str], caps: Mapping[str, pd.Series], options: ChartOptions) -> list[Entry]:
    entries = [Entry(_firm(firm, options), shade) for firm, shade in reversed(list(shades.items()))]
    if not caps:
        return entries
    cap = Entry(text("charts.legend.cap", options.language), ink("limit"), "line")
    return [cap, Entry(text("charts.legend.binding", options.language), ink("limit"), "dot"), *entries]


def _firm(firm: str, options: ChartOptions) -> str:
    if firm == OTHER:
        return text("charts.legend.other_firms", options.language)
    return options.firm_labels.get(firm, label("firm", firm, options.language))


def _draw_cap(panel: Axes, cap: pd.Series | None, total: pd.Series, options: ChartOptions) -> None:
    scale = page(options).scale
    if cap is None:
        words = panel.text(0.98, 0.97, note("no_cap", options), transform=panel.transAxes, ha="right", va="top")
        words.set(color=ink("faint"), fontsize=letter("small", options), bbox=BLANK)
        return
    edges = np.append(cap.index.to_numpy() - 0.5, cap.index[-1] + 0.5)
    panel.stairs(cap.to_numpy(), edges, baseline=None, color=ink("limit"), linewidth=1.3 * scale)
    known = total.reindex(cap.index)
    binding = cap.loc[known >= cap * (1.0 - BINDING)]
    panel.plot(
        binding.index,
        binding.to_numpy(),
        "o",
        color=ink("limit"),
        markersize=2.8 * scale,
        markeredgewidth=0.0,
        zorder=4,
    )
