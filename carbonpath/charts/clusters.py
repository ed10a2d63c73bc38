"""Bars of a few years side by side, in one cluster a scenario, so that mixes can be compared across scenarios."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from carbonpath.charts.legend import width_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.stack import milestones
from carbonpath.charts.style import letter
from carbonpath.charts.words import note

BETWEEN = 0.9
"""Room between clusters, in bars."""
YEARS = 0.5
"""Height of the years below bars, cm."""
NAME = 0.36
"""Height of a line of a scenario's name, cm."""


@dataclass(frozen=True, slots=True)
class Clusters:
    """Where each bar stands and what is written below."""

    years: Mapping[str, list[int]]
    """Years shown of each scenario."""
    places: Mapping[str, list[float]]
    """Position of the bar of each of these years."""
    names: Mapping[str, list[str]]
    """Lines of each scenario's name; none where there is one scenario, which needs no name."""
    bar: float
    """Width of a bar with its gap, cm."""

    @property
    def foot(self) -> float:
        """Height that years and names need below the bars, cm."""
        return YEARS + NAME * max((len(lines) for lines in self.names.values()), default=0)


def arrange(tables: Mapping[str, pd.DataFrame], width: float, options: ChartOptions) -> Clusters:
    """Return positions of round years in clusters; of all years where there is one scenario.

    Parameters
    ----------
    tables
        Values by year of each scenario.
    width
        Width of the axes, cm.
    options
        Names of scenarios.
    """
    years: dict[str, list[int]] = {}
    places: dict[str, list[float]] = {}
    start = 0.0
    for name, table in tables.items():
        known = [int(year) for year in table.index]
        years[name] = known if len(tables) == 1 else milestones(known)
        places[name] = [start + rank for rank in range(len(years[name]))]
        start = places[name][-1] + 1.0 + BETWEEN
    bar = width / (start - BETWEEN + 0.5)
    shown = {name: options.scenario(name) for name in tables} if len(tables) > 1 else {}
    names = {name: _wrapped(words, (len(places[name]) + BETWEEN) * bar) for name, words in shown.items()}
    return Clusters(years, places, names, bar)


def label_clusters(axes: Axes, clusters: Clusters, options: ChartOptions, names: bool = True) -> None:
    """Write years below bars, two digits where clusters are many, and if wanted the names of scenarios."""
    full = len(clusters.places) == 1
    ticks = [tick for name in clusters.places for tick in _ticks(clusters, name)]
    axes.set_xticks([place for place, _ in ticks], [str(year) if full else f"{year % 100:02d}" for _, year in ticks])
    axes.tick_params(axis="x", length=0)
    last = max(places[-1] for places in clusters.places.values())
    axes.set_xlim(-0.75, last + 0.75)
    for name, lines in clusters.names.items() if names else ():
        middle = (clusters.places[name][0] + clusters.places[name][-1]) / 2.0
        for row, line in enumerate(lines):
            axes.annotate(
                line,
                (middle, 0.0),
                xycoords=axes.get_xaxis_transform(),
                xytext=(0.0, -letter("small", options) * (2.9 + 1.5 * row)),
                textcoords="offset points",
                ha="center",
                va="baseline",
            )


def cluster_note(tables: Mapping[str, pd.DataFrame], options: ChartOptions) -> str:
    """Return the remark that explains two digits of a year; nothing where years stand in full."""
    return note("milestone", options) if len(tables) > 1 else ""


def _ticks(clusters: Clusters, name: str) -> list[tuple[float, int]]:
    """Return position and year of the labels: all, or the first and last where they would meet."""
    ticks = list(zip(clusters.places[name], clusters.years[name], strict=True))
    words = "2000" if len(clusters.places) == 1 else "00"
    return ticks if clusters.bar > width_of(words, "small") * 1.3 else [ticks[0], ticks[-1]]


def _wrapped(words: str, room: float) -> list[str]:
    """Return words on as many lines as keep them within `room` cm, broken after spaces, hyphens and plus signs."""
    lines = [""]
    for piece in re.split(r"(?<=[ +\-\u4e00-\u9fff])", words):
        if lines[-1] and width_of(lines[-1] + piece.rstrip()) > room:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]
