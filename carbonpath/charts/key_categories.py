"""Key categories: the sources that make up 95 % of the inventory, and of its change."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.figure import Figure

from carbonpath.charts.frame import MARGIN, Frame, open_frame
from carbonpath.charts.legend import Entry, place_below, width_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ink
from carbonpath.charts.style import house_style, letter
from carbonpath.charts.words import note, title_of
from carbonpath.core.messages import text

ROW = 0.42
"""Height of one line, cm."""
NAME = 5.6
"""Width of a name, cm."""
MOST = 15
"""Categories shown; what is key always is."""


def draw_key_categories(
    levels: pd.DataFrame, trends: pd.DataFrame, labels: Mapping[str, str], options: ChartOptions
) -> Figure:
    """Return bars of the level of each category and gas, and beside them of its part in the trend.

    Parameters
    ----------
    levels
        Table KEY_CATEGORIES; its order is that of the chart.
    trends
        Table KEY_TRENDS; empty: the level alone is drawn.
    labels
        Names of the categories.
    options
        Language and page.
    """
    shown = levels[(levels["key"] == "yes") | (levels.index < MOST)]
    keys = [(str(category), str(gas)) for category, gas in zip(shown["category"], shown["gas"], strict=True)]
    names = [f"{_short(f'{category} {labels.get(category, category)}')}  {gas}" for category, gas in keys]
    kinds = {"level": levels} if trends.empty else {"level": levels, "trend": trends}
    language = options.language
    entries = [
        Entry(text("charts.legend.key", language), ink("mark")),
        Entry(text("charts.legend.not_key", language), ink("grid")),
    ]
    left = MARGIN + max(width_of(name, "small") for name in names) + 0.25
    with house_style(options):
        lines = (str(int(levels["year"].iloc[0])), note("key_categories", options))
        frame = open_frame(options, ROW * len(names) + 2.9, title_of("key_categories", options), lines)
        bottom = frame.bottom + place_below(frame, entries, left, frame.width - left) + 0.35
        width = (frame.width - left - 0.3) / len(kinds)
        for place, (kind, table) in enumerate(kinds.items()):
            room = (left + place * width, bottom, width - 0.35, frame.top - bottom - 0.4)
            _draw_panel(
                frame, room, kind, table.set_index(["category", "gas"]).reindex(keys), names if not place else []
            )
    return frame.figure


def _short(name: str) -> str:
    """Return a name that fits into its width."""
    if width_of(name, "small") <= NAME:
        return name
    fitting = max(length for length in range(1, len(name)) if width_of(f"{name[:length]}…", "small") <= NAME)
    return f"{name[:fitting].rstrip()}…"


def _draw_panel(
    frame: Frame, room: tuple[float, float, float, float], kind: str, table: pd.DataFrame, names: list[str]
) -> None:
    """Draw the shares of one kind; the names stand beside the first panel."""
    axes = frame.axes(*room)
    shares = 100.0 * table[kind].fillna(0.0).to_numpy(dtype=float)
    colours = [ink("mark") if key == "yes" else ink("grid") for key in table["key"]]
    axes.barh(range(len(shares)), shares, height=0.62, color=colours)
    for place, share in enumerate(shares):
        axes.annotate(
            f"{share:.1f}", (share, place), xytext=(2.0, 0.0), textcoords="offset points", va="center",
            fontsize=letter("small", frame.options),
        )  # fmt: skip
    axes.set(
        ylim=(len(shares) - 0.4, -0.6), xlim=(0.0, 1.18 * float(max(shares.max(), 1.0))), yticks=range(len(shares))
    )
    axes.set_yticklabels(names if names else [""] * len(shares))
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)
    axes.set_title(
        text(f"charts.legend.by_{kind}", frame.options.language), fontsize=letter("heading", frame.options), loc="left"
    )
