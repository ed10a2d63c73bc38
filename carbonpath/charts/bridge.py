"""Steps from one level to the next: bars that float where the last one ended, with their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from carbonpath.charts.digits import written
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ink
from carbonpath.charts.stack import BAR
from carbonpath.charts.style import letter, page


@dataclass(frozen=True, slots=True)
class Step:
    """One bar: a level that stands on the axis, or a change that floats."""

    value: float
    """Height of a level, or the change."""
    colour: str
    """Colour."""
    name: str = ""
    """Label below; a change without one is known by its colour."""
    level: bool = False
    """Whether it stands on the axis."""


def ends_of(steps: Sequence[Step]) -> list[tuple[float, float]]:
    """Return where each bar begins and ends."""
    ends: list[tuple[float, float]] = []
    at = 0.0
    for step in steps:
        start = 0.0 if step.level else at
        at = start + step.value
        ends.append((start, at))
    return ends


def draw_bridge(axes: Axes, steps: Sequence[Step], options: ChartOptions, digits: int) -> None:
    """Draw bars with a thin line from the end of each to the next, and each number beyond its bar."""
    scale = page(options).scale
    ends = ends_of(steps)
    for place, (step, (start, end)) in enumerate(zip(steps, ends, strict=True)):
        axes.bar(place, end - start, width=BAR, bottom=start, color=step.colour)
        if place + 1 < len(steps):
            axes.plot([place, place + 1], [end, end], color=ink("axis"), linewidth=0.6 * scale, zorder=0.9)
        upwards = step.level or step.value >= 0.0
        words = written(step.value, digits)
        shown = words if step.level or step.value < 0.0 else f"+{words}"
        axes.annotate(
            shown,
            (place, max(start, end) if upwards else min(start, end)),
            xytext=(0.0, (1.5 if upwards else -1.5) * scale),
            textcoords="offset points",
            ha="center",
            va="bottom" if upwards else "top",
            fontsize=letter("small", options),
        )
    named = [place for place, step in enumerate(steps) if step.name]
    axes.set_xticks(named, [steps[place].name for place in named])
    axes.set_xlim(-0.7, len(steps) - 0.3)
