"""Bars of a few years side by side, in one cluster a scenario, so that mixes can be compared across scenarios."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Clusters:
    """Where each bar stands."""

    years: Mapping[str, list[int]]
    """Years shown of each scenario."""
    places: Mapping[str, list[float]]
    """Position of the bar of each of these years."""

    @property
    def width(self) -> float:
        """Position after the last bar."""
        return max(places[-1] for places in self.places.values())


def arrange(tables: Mapping[str, pd.DataFrame]) -> Clusters:
    """Return positions of round years in clusters; of all years where there is one scenario."""
    years, places, start = {}, {}, 0.0
    for name, table in tables.items():
        known = [int(year) for year in table.index]
        years[name] = known if len(tables) == 1 else milestones(known)
        places[name] = [start + rank for rank in range(len(years[name]))]
        start = places[name][-1] + 1.0 + BETWEEN
    return Clusters(years, places)


def label_clusters(axes: Axes, clusters: Clusters, options: ChartOptions, names: bool) -> None:
    """Write years below bars, two digits where clusters are many, and if wanted the names of scenarios."""
    ticks = [(place, year) for name in clusters.places for place, year in _pairs(clusters, name)]
    axes.set_xticks(
        [place for place, _ in ticks],
        [str(year) if len(clusters.places) == 1 else f"{year % 100:02d}" for _, year in ticks],
    )
    axes.tick_params(axis="x", length=0)
    axes.set_xlim(-0.75, clusters.width + 0.75)
    if not names or len(clusters.places) == 1:
        return
    for name, places in clusters.places.items():
        lines = _wrapped(options.scenario(name), _room(axes, len(places), clusters))
        for row, line in enumerate(lines):
            axes.annotate(
                line,
                ((places[0] + places[-1]) / 2.0, 0.0),
                xycoords=axes.get_xaxis_transform(),
                xytext=(0.0, -letter("small", options) * (2.9 + 1.25 * row)),
                textcoords="offset points",
                ha="center",
                va="baseline",
            )


def cluster_note(tables: Mapping[str, pd.DataFrame], options: ChartOptions) -> str:
    """Return the remark that explains two digits of a year; nothing where years stand in full."""
    return note("milestone", options) if len(tables) > 1 else ""


def foot_of(tables: Mapping[str, pd.DataFrame]) -> float:
    """Return the height that years and names of scenarios need below the bars, cm."""
    return 0.95 if len(tables) > 1 else 0.45


def _pairs(clusters: Clusters, name: str) -> list[tuple[float, int]]:
    return list(zip(clusters.places[name], clusters.years[name], strict=True))


def _room(axes: Axes, count: int, clusters: Clusters) -> float:
    """Return the width of a cluster in cm before the page's scale."""
    return (count + BETWEEN) / (clusters.width + 1.5) * axes.get_position().width * 16.0


def _wrapped(words: str, room: float) -> list[str]:
    """Return words on two lines where they do not fit on one."""
    if width_of(words) <= room or " " not in words:
        return [words]
    middle = len(words) / 2.0
    gap = min((place for place, sign in enumerate(words) if sign == " "), key=lambda place: abs(place - middle))
    return [words[:gap], words[gap + 1 :]]
