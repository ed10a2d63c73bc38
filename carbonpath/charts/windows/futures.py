"""Emissions of one plan in each of its futures: the same investments at first, then what each future asks for."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.frame import MARGIN, open_frame
from carbonpath.charts.legend import Entry, place_below
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ink, ranked_colours
from carbonpath.charts.stack import milestones, set_scale
from carbonpath.charts.style import house_style, page
from carbonpath.charts.words import boundary_line, note, title_of, unit_line
from carbonpath.core.errors import DataError
from carbonpath.core.labels import shown_unit
from carbonpath.core.messages import text
from carbonpath.core.problems import Problem
from carbonpath.core.units import conversion_factor

LIKELIEST = 5.2
"""Width of the line of a certain future; one half as likely is half as wide above the least."""
LEAST = 0.8
"""Width of the line of a future that is not likely at all."""


def draw(table: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return emissions by year in each future, the wider the likelier; years of common investments are shaded.

    Parameters
    ----------
    table
        Table FUTURES.
    options
        Language, page, boundary; titles of the futures as labels of scenarios.

    Raises
    ------
    DataError
        CP-911 without emissions by year.
    """
    rows = table[table["item"] == "emissions"]
    if rows.empty:
        raise DataError(Problem("CP-911", value="futures"))
    unit = shown_unit("Mt", options.language)
    shown = rows.assign(shown=rows["value"] * conversion_factor("Mt", unit))
    paths = {str(name): own.set_index("year")["shown"].sort_index() for name, own in shown.groupby("future")}
    odds = table[table["item"] == "probability"].set_index("future")["value"]
    likeliest_first = sorted(paths, key=lambda name: (-float(odds[name]), name))
    shades = ranked_colours("scenario", likeliest_first)
    entries = [Entry(_named(name, float(odds[name]), options), shades[name], "line") for name in likeliest_first]
    lines = (unit_line(unit, options, "CO₂"), boundary_line(options.boundary, options), note("no_zero", options))
    with house_style(options):
        frame = open_frame(options, 9.2, title_of("futures", options), lines)
        taken = place_below(frame, entries, MARGIN + 0.95, frame.width - 2 * MARGIN - 0.95)
        base = frame.bottom + taken + 0.5
        frame.write(_worth(table, options), MARGIN + 0.95, frame.top - 0.32, "small", "faint")
        axes = frame.axes(MARGIN + 0.95, base, frame.width - 2 * MARGIN - 1.2, frame.top - base - 0.55)
        _draw_paths(axes, {name: paths[name] for name in likeliest_first}, odds, shades, options)
        known = table.loc[table["item"] == "value_of_information", "year"]
        if not known.empty:
            first = float(min(paths[likeliest_first[0]].index))
            axes.axvspan(first, float(known.iloc[0]), color=ink("faint"), alpha=0.13, linewidth=0.0, zorder=0)
    return frame.figure


def _draw_paths(
    axes: Axes, paths: Mapping[str, pd.Series], odds: pd.Series, shades: Mapping[str, str], options: ChartOptions
) -> None:
    scale = page(options).scale
    for rank, (name, path) in enumerate(paths.items()):
        width = (LEAST + (LIKELIEST - LEAST) * float(odds[name])) * scale
        axes.plot(path.index, path.to_numpy(), color=shades[name], linewidth=width, zorder=3 + rank)
    values = pd.concat(list(paths.values()))
    room = max(0.12 * float(values.max() - values.min()), 0.01 * abs(float(values.max())))
    set_scale(axes, float(values.min()) - room, float(values.max()) + room)
    years = [int(year) for year in next(iter(paths.values())).index]
    axes.set_xlim(years[0], years[-1])
    axes.set_xticks(milestones(years))


def _named(name: str, odds: float, options: ChartOptions) -> str:
    return text("charts.legend.future", options.language, name=options.scenario(name), odds=f"{100.0 * odds:g}")


def _worth(table: pd.DataFrame, options: ChartOptions) -> str:
    """Return until when investments are common, and what knowing the future beforehand is worth."""
    told = table[table["future"] == ""].set_index("item")
    if "value_of_information" not in told.index:
        return ""
    money = shown_unit("million CNY", options.language)
    worth, cost = (float(told["value"][name]) for name in ("value_of_information", "expected_cost"))
    shown = f"{worth * conversion_factor('million CNY', money):.3g} {money}"
    until = str(told["year"]["value_of_information"])
    return text("charts.note.futures", options.language, until=until, worth=shown, share=f"{100.0 * worth / cost:.2g}")
