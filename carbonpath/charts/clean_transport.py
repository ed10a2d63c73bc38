"""Bulk freight by mode in percent, with the clean share and the rule it must keep, one panel a scenario."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.digits import written
from carbonpath.charts.legend import Entry, label_entries
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import colours, ink
from carbonpath.charts.panels import open_panels
from carbonpath.charts.selection import by_scenario, lines_by_scenario, present, require_rows, select, unit_of
from carbonpath.charts.stack import draw_stack, milestones, set_scale, set_years
from carbonpath.charts.style import house_style, letter, page
from carbonpath.charts.words import boundary_line, note, title_of, unit_line
from carbonpath.core.messages import text


def draw(indicators: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return stacked shares by mode; the clean share stands as a number at round years.

    Raises
    ------
    DataError
        CP-911 without shares by mode, CP-912 with those of several regions.
    """
    rows = require_rows(select(indicators, "freight_share", options, "item"), "freight_share")
    clean = lines_by_scenario(select(indicators, "clean_share", options))
    rules = lines_by_scenario(select(indicators, "clean_share_rule", options))
    tables = by_scenario(rows, "item")
    shades = colours("freight_mode", present(rows, "item"))
    entries = label_entries("item", shades, options)
    if rules:
        entries = [Entry(text("charts.legend.rule", options.language), ink("limit"), "line"), *entries]
    boundary = boundary_line(str(rows["boundary"].iloc[0]), options)
    lines = (unit_line(unit_of(rows, options), options), boundary, note("clean_share", options))
    with house_style(options):
        frame, axes = open_panels(options, list(tables), entries, title_of("clean_transport", options), lines)
        for name, panel in axes.items():
            draw_stack(panel, tables[name], shades)
            set_years(panel, list(tables[name].index))
            set_scale(panel, 0.0, 100.0)
            _draw_rule(panel, rules.get(name), options)
            _tell_share(panel, clean.get(name), rules.get(name), options)
    return frame.figure


def _draw_rule(panel: Axes, rule: pd.Series | None, options: ChartOptions) -> None:
    if rule is None:
        return
    edges = np.append(rule.index.to_numpy() - 0.5, rule.index[-1] + 0.5)
    panel.stairs(rule.to_numpy(), edges, baseline=None, color=ink("limit"), linewidth=1.3 * page(options).scale)


def _tell_share(panel: Axes, clean: pd.Series | None, rule: pd.Series | None, options: ChartOptions) -> None:
    """Write the clean share at round years, below both its own height and the line of the rule."""
    if clean is None:
        return
    required = {} if rule is None else dict(zip(rule.index.tolist(), rule.tolist(), strict=True))
    last = int(clean.index[-1])
    for year in milestones([int(year) for year in clean.index]):
        share = float(clean[year])
        aside = (0.42, "right") if year == last else (-0.4, "left")
        panel.annotate(
            written(share, 0),
            (year + aside[0], min(share, required.get(year, share))),
            xytext=(0.0, -2.5 * page(options).scale),
            textcoords="offset points",
            ha=aside[1],
            va="top",
            fontsize=letter("small", options),
        )
