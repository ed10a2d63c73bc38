"""Panels of equal scale, one a scenario, with the legend in the cell that stays empty or below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes

from carbonpath.charts.frame import MARGIN, Frame, open_frame
from carbonpath.charts.legend import Entry, height_of, place_below, place_column, width_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.style import letter, page

HEADING = 0.55
"""Height kept above a panel for its heading, cm."""
TICKS = 0.45
"""Height kept below a panel for its years, cm."""
SCALE = 0.95
"""Width kept left of a row of panels for its scale, cm."""
GAP = 0.45
"""Width between panels, cm; more between narrow ones, whose years would meet."""
NARROW = 0.62
"""Width between more than three panels, cm."""
PANEL = 3.9
"""Height of a panel on a report page, cm."""


def open_panels(
    options: ChartOptions, names: Sequence[str], entries: Sequence[Entry], title: str, lines: Sequence[str]
) -> tuple[Frame, Mapping[str, Axes]]:
    """Return a page with one panel a scenario, the legend written.

    Parameters
    ----------
    options
        Language, page and names of scenarios.
    names
        Scenarios.
    entries
        Legend, in the order of stacking from above.
    title, lines
        Words of the page (see `open_frame`).
    """
    columns = _columns(len(names), options)
    rows = -(-len(names) // columns)
    tall = max(PANEL + 2.0 if rows == 1 else PANEL, height_of(entries) + 0.3 - TICKS if _spare(names, columns) else 0)
    frame = open_frame(options, rows * (tall + HEADING + TICKS) + 1.9, title, lines)
    beside = max(width_of(entry.name) for entry in entries) + 0.9 if len(names) == 1 else 0.0
    taken = 0.0
    if not beside and not (_spare(names, columns) and _fits(frame, entries, rows, columns)):
        taken = place_below(frame, entries, MARGIN + SCALE, frame.width - 2 * MARGIN - SCALE)
    axes = _grid(frame, names, columns, beside, taken)
    if beside:
        place_column(frame, entries, frame.width - MARGIN - beside + 0.2, frame.top - HEADING)
    elif not taken:
        last = columns - 1
        width = _width(frame, columns, beside)
        left = MARGIN + SCALE + last * (width + _gap(columns)) + 0.3
        place_column(frame, entries, left, frame.bottom + (frame.top - frame.bottom) / rows - HEADING + 0.2)
    return frame, axes


def _columns(count: int, options: ChartOptions) -> int:
    most = page(options).columns
    rows = -(-count // most)
    return -(-count // rows) if count > 1 else 1


def _spare(names: Sequence[str], columns: int) -> bool:
    return len(names) > 1 and len(names) % columns != 0


def _fits(frame: Frame, entries: Sequence[Entry], rows: int, columns: int) -> bool:
    low_enough = height_of(entries) <= (frame.top - frame.bottom) / rows - HEADING + 0.3
    return low_enough and max(entry.width for entry in entries) + 0.3 <= _width(frame, columns, 0.0)


def _width(frame: Frame, columns: int, beside: float) -> float:
    room = frame.width - 2 * MARGIN - SCALE - beside
    return (room - (columns - 1) * _gap(columns)) / columns


def _gap(columns: int) -> float:
    return GAP if columns <= 3 else NARROW


def _grid(frame: Frame, names: Sequence[str], columns: int, beside: float, taken: float) -> dict[str, Axes]:
    rows = -(-len(names) // columns)
    width = _width(frame, columns, beside)
    cell = (frame.top - frame.bottom - taken) / rows
    axes: dict[str, Axes] = {}
    first: Axes | None = None
    for place, name in enumerate(names):
        row, column = divmod(place, columns)
        left = MARGIN + SCALE + column * (width + _gap(columns))
        bottom = frame.top - (row + 1) * cell + TICKS
        axes[name] = frame.axes(left, bottom, width, cell - HEADING - TICKS, first)
        first = first or axes[name]
        axes[name].tick_params(labelleft=column == 0)
        words = frame.options.scenario(name)
        heading = letter("heading", frame.options)
        fitting = heading * min(1.0, width / width_of(words, "heading"))
        axes[name].set_title(words, loc="left", fontsize=fitting, pad=heading * 0.45)
    return axes
