"""What each measure takes off the emissions of the reference, as wedges down to the scenario."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.frame import MARGIN, open_frame
from carbonpath.charts.legend import Entry, place_below
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import OTHER, families, ink, rank_count, ranked_colours
from carbonpath.charts.selection import require_rows, select, unit_of
from carbonpath.charts.stack import milestones, set_scale
from carbonpath.charts.style import house_style, page
from carbonpath.charts.words import boundary_line, note, title_of, unit_line
from carbonpath.core.messages import text

SHARED = "wedge_shapley"
"""Wedges that are shown: those shared out fairly over all orders, where they are known."""
ORDERED = "wedge_sequential"
"""Wedges that are shown else: in the order of the measures."""

SCATTER = "wedge_shapley_half_width"
"""Half of the 95 % interval of shared wedges, where orders are drawn."""


def draw(table: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return wedges between the reference, above, and the scenario, below, in the boundary of `options`.

    Parameters
    ----------
    table
        Rows ``wedge_reference`` and ``wedge_shapley`` or ``wedge_sequential`` of one scenario, as INDICATOR; with
        ``wedge_shapley_half_width`` if they are of drawn orders.
    options
        Language, page, boundary.

    Raises
    ------
    DataError
        CP-911 without wedges in that boundary.
    """
    kind = SHARED if (table["indicator"] == SHARED).any() else ORDERED
    rows = require_rows(select(table, kind, options, "item", options.boundary), kind)
    wedges = _largest(rows.pivot_table(index="year", columns="item", values="value", sort=False))
    reference = select(table, "wedge_reference", options, None, options.boundary).set_index("year")["value"]
    names = {item: _name(str(item), options) for item in wedges.columns}
    shades = ranked_colours("firm", [name for item, name in names.items() if item != OTHER])
    shades[_name(OTHER, options)] = families()["firm"][OTHER]
    entries = [Entry(name, shades[name]) for name in names.values()]
    entries += [
        Entry(text("charts.legend.reference", options.language), ink("mark"), "line"),
        Entry(options.scenario(str(rows["scenario"].iloc[0])), ink("limit"), "line"),
    ]
    lines = (
        unit_line(unit_of(rows, options), options, "CO₂"),
        boundary_line(options.boundary, options),
        _way(table, kind, options),
        note("no_zero", options),
    )
    with house_style(options):
        frame = open_frame(options, 8.8, title_of("wedges", options), lines)
        taken = place_below(frame, entries, MARGIN + 0.95, frame.width - 2 * MARGIN - 0.95)
        base = frame.bottom + taken + 0.5
        axes = frame.axes(MARGIN + 0.95, base, frame.width - 2 * MARGIN - 1.2, frame.top - base - 0.1)
        _draw_wedges(axes, reference.sort_index(), wedges.sort_index(), [shades[name] for name in names.values()])
        _draw_ends(axes, reference.sort_index(), wedges.sort_index().sum(axis=1), page(options).scale)
    return frame.figure


def _way(table: pd.DataFrame, kind: str, options: ChartOptions) -> str:
    """Return how wedges are shared out; of drawn orders, how wide the interval of a wedge is at most."""
    scatter = select(table, SCATTER, options, "item", options.boundary)
    if kind != SHARED or scatter.empty:
        return text(f"charts.note.{kind}", options.language)
    most = f"{scatter['value'].max():.2g}"
    return text("charts.note.wedge_sampled", options.language, most=most, unit=unit_of(scatter, options))


def _largest(wedges: pd.DataFrame) -> pd.DataFrame:
    """Return the largest wedges in their order, as many as colours can tell apart, and the rest as one."""
    sizes = wedges.abs().sum().sort_values(ascending=False, kind="stable")
    kept = [item for item in wedges.columns if item in sizes.index[: rank_count("firm")]]
    rest = wedges.drop(columns=kept)
    return wedges[kept] if rest.empty else wedges[kept].assign(**{OTHER: rest.sum(axis=1)})


def _name(item: str, options: ChartOptions) -> str:
    if item == OTHER:
        return text("charts.legend.other_measures", options.language)
    return " + ".join(text(f"scenario.lever.{lever}", options.language) for lever in item.split("+"))


def _draw_wedges(axes: Axes, reference: pd.Series, wedges: pd.DataFrame, shades: list[str]) -> None:
    years = reference.index.to_numpy(dtype=float)
    upper = reference.to_numpy(dtype=float)
    for item, shade in zip(wedges.columns, shades, strict=True):
        lower = upper - wedges[item].to_numpy(dtype=float)
        axes.fill_between(years, lower, upper, color=shade, linewidth=0.0)
        upper = lower


def _draw_ends(axes: Axes, reference: pd.Series, saved: pd.Series, scale: float) -> None:
    years = list(reference.index)
    scenario = reference - saved
    axes.plot(years, reference.to_numpy(), color=ink("mark"), linewidth=1.8 * scale, zorder=5)
    axes.plot(years, scenario.to_numpy(), color=ink("limit"), linewidth=1.8 * scale, zorder=5)
    values = np.concatenate([reference.to_numpy(dtype=float), scenario.to_numpy(dtype=float)])
    room = max(0.12 * float(np.ptp(values)), 0.01 * float(values.max()))
    set_scale(axes, float(values.min()) - room, float(values.max()) + room)
    axes.set_xlim(years[0], years[-1])
    axes.set_xticks(milestones(years))
