"""Co-control coordinates: what scenarios cut of each air pollutant against what they cut of CO2, one panel each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.legend import Entry
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ink, ranked_colours
from carbonpath.charts.panels import open_panels
from carbonpath.charts.selection import require_rows, select
from carbonpath.charts.stack import milestones, set_scale
from carbonpath.charts.style import house_style, page
from carbonpath.charts.words import boundary_line, title_of
from carbonpath.core.labels import label
from carbonpath.core.messages import text

CO2 = "co2"
"""Column of CO2 beside those of the pollutants."""
BOUNDARY = "scope1"
"""Boundary of CO2: air pollutants, too, are those released in the district."""


def draw(indicators: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return a panel a pollutant with a dot a scenario, in the last year, against the first scenario of the table.

    One scenario alone is shown with a dot a milestone, against its first year.

    Raises
    ------
    DataError
        CP-911 without air pollutants, CP-912 with those of several regions.
    """
    rows = require_rows(select(indicators, "pollutants", options, "item"), "pollutants")
    released = select(indicators, "emissions", options, boundary=BOUNDARY).assign(item=CO2)
    several = rows["scenario"].nunique() > 1
    table = pd.concat([rows, released], ignore_index=True)
    cuts = _against_first_scenario(table, options) if several else _against_first_year(table)
    year = f"{rows['year'].max()}" if several else ", ".join(map(str, cuts.index))
    shades = ranked_colours("scenario", [str(cuts.index.name), *map(str, cuts.index)])
    entries = [Entry(str(name), shades[str(name)], "dot") for name in cuts.index]
    remark = text("charts.note.co_control", options.language, year=year, reference=str(cuts.index.name))
    names = [name for name in cuts.columns if name != CO2]
    titled = replace(options, scenario_labels={name: label("item", name, options.language) for name in names})
    with house_style(options):
        lines = (boundary_line(BOUNDARY, options), remark)
        frame, axes = open_panels(titled, names, entries, title_of("co_control", options), lines)
        for name, panel in axes.items():
            _draw_panel(panel, cuts[[name, CO2]], shades, page(options).scale)
    return frame.figure


def _against_first_scenario(table: pd.DataFrame, options: ChartOptions) -> pd.DataFrame:
    """Return reductions in percent in the last year, by scenario, the index being named after the first."""
    last = table.loc[table["year"] == table["year"].max()]
    return _cuts(
        last.pivot_table(index="scenario", columns="item", values="value", sort=False).rename(options.scenario)
    )


def _against_first_year(table: pd.DataFrame) -> pd.DataFrame:
    """Return reductions in percent by milestone, the index being named after the first year."""
    years = table.pivot_table(index="year", columns="item", values="value")
    return _cuts(years.loc[milestones(list(years.index))])


def _cuts(amounts: pd.DataFrame) -> pd.DataFrame:
    cuts = 100.0 * (1.0 - amounts / amounts.iloc[0])
    return cuts.iloc[1:].rename_axis(str(amounts.index[0]))


def _draw_panel(axes: Axes, cuts: pd.DataFrame, shades: Mapping[str, str], scale: float) -> None:
    across, upwards = cuts.iloc[:, 0], cuts[CO2]
    room = 1.15 * max(1.0, float(cuts.abs().max().max()))
    low = -room if float(cuts.min().min()) < -0.02 * room else -0.1 * room
    axes.plot([low, room], [low, room], linestyle=(0, (4, 3)), color=ink("axis"), linewidth=0.8 * scale, zorder=1)
    axes.axvline(0.0, color=ink("axis"), linewidth=0.8 * scale, zorder=1)
    for name in cuts.index:
        axes.plot([across[name]], [upwards[name]], "o", color=shades[str(name)], markersize=5.0 * scale, zorder=3)
    set_scale(axes, low, room)
    axes.set_xlim(low, room)
    axes.set_xticks([tick for tick in axes.get_yticks() if low <= tick <= room])
    axes.xaxis.set_major_formatter(axes.yaxis.get_major_formatter())
    axes.tick_params(labelleft=True)
