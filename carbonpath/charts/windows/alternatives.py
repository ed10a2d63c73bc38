"""What plans of nearly the least cost build: a row a technology, a dot a plan."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.digits import decimals, written
from carbonpath.charts.frame import MARGIN, open_frame
from carbonpath.charts.legend import Entry, place_below, width_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ink, ranked_colours
from carbonpath.charts.style import house_style, letter, page
from carbonpath.charts.words import note, title_of
from carbonpath.core.errors import DataError
from carbonpath.core.labels import shown_unit
from carbonpath.core.messages import text
from carbonpath.core.problems import Problem
from carbonpath.core.units import conversion_factor

SHOWN = 14
"""Technologies that are shown: those in which the plans differ most."""
ROW = 0.5
"""Height of a row, cm."""
WIDEST = 5.4
"""Width of a name, cm; what is longer is cut."""
RIGHT = 2.6
"""Width kept for amounts, cm."""


def draw(table: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return the capacity that each plan builds, relative to the most that any does.

    Parameters
    ----------
    table
        Table ALTERNATIVE of one scenario.
    options
        Language and page.

    Raises
    ------
    DataError
        CP-911 without plans that differ.
    """
    built = table[table["item"] == "new_capacity"]
    amounts = built.pivot_table(index="technology", columns="plan", values="value", aggfunc="sum", fill_value=0.0)
    most = amounts.max(axis=1)
    spread = ((most - amounts.min(axis=1)) / most).loc[most > 0.0]
    if spread.empty or float(spread.max()) == 0.0:
        raise DataError(Problem("CP-911", value="alternatives"))
    chosen = spread.sort_values(ascending=False, kind="stable").index[:SHOWN]
    plans = list(dict.fromkeys(table["plan"]))
    shades = ranked_colours("scenario", plans)
    entries = [Entry(_plan_name(table, plan, options), shade, "dot") for plan, shade in shades.items()]
    labels = built.drop_duplicates("technology").set_index("technology")[options.language]
    names = [_shortened(str(labels[technology])) for technology in chosen]
    scenario = options.scenario(str(table["scenario"].iloc[0]))
    with house_style(options):
        title = f"{title_of('alternatives', options)}{text('charts.parting', options.language)}{scenario}"
        frame = open_frame(options, 3.2 + ROW * len(chosen), title, [note("alternatives", options)])
        taken = place_below(frame, entries, MARGIN, frame.width - 2 * MARGIN)
        left = MARGIN + max(width_of(name) for name in names) + 0.3
        foot = frame.bottom + taken + 0.45
        axes = frame.axes(left, foot, frame.width - left - MARGIN - RIGHT, frame.top - foot - 0.1)
        _draw_rows(axes, amounts.loc[chosen], most, shades, options)
        axes.set_yticks(range(len(names)), names, fontsize=letter("text", options))
        units = built.drop_duplicates("technology").set_index("technology")["unit"]
        for row, technology in enumerate(chosen):
            words = _amount(float(most[technology]), str(units[technology]), options)
            axes.annotate(
                words,
                (1.03, row),
                xycoords=axes.get_yaxis_transform(),
                va="center",
                color=ink("faint"),
                fontsize=letter("small", options),
                annotation_clip=False,
            )
    return frame.figure


def _shortened(name: str) -> str:
    """Return a name that leaves room for the dots."""
    short = name
    while width_of(short) > WIDEST:
        short = short[:-1]
    return name if short == name else f"{short.rstrip()}…"


def _draw_rows(
    axes: Axes, amounts: pd.DataFrame, most: pd.Series, shades: dict[str, str], options: ChartOptions
) -> None:
    scale = page(options).scale
    step = 0.5 / max(1, len(shades) - 1)
    for rank, (plan, shade) in enumerate(shades.items()):
        for row, technology in enumerate(amounts.index):
            share = float(amounts.at[technology, plan] / most[technology])
            place = row - 0.25 + step * rank
            axes.plot([0.0, share], [place, place], color=shade, linewidth=0.7 * scale, alpha=0.5)
            axes.plot([share], [place], "o", color=shade, markersize=3.0 * scale, zorder=3)
    axes.set_ylim(len(amounts) - 0.4, -0.6)
    axes.set_xlim(-0.02, 1.03)
    axes.grid(visible=True, axis="x")
    axes.grid(visible=False, axis="y")
    axes.xaxis.set_major_formatter(lambda value, _: f"{100 * value:.0f} %")


def _plan_name(table: pd.DataFrame, plan: str, options: ChartOptions) -> str:
    costs = table[table["item"] == "cost"].set_index("plan")["value"]
    first = next(iter(costs.index))
    if plan == first:
        return text("charts.legend.least_cost", options.language)
    extra = 100.0 * (float(costs[plan]) / float(costs[first]) - 1.0)
    return text("charts.legend.plan", options.language, plan=plan, extra=f"{extra:.2g}")


def _amount(value: float, unit: str, options: ChartOptions) -> str:
    first, *rest = unit.split("/")
    shown = shown_unit(first, options.language)
    number = value * conversion_factor(first, shown)
    return f"{written(number, decimals([number]))} {'/'.join([shown, *rest])}"
