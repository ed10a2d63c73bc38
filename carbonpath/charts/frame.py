"""The page of a chart: title, unit line, source line, and axes placed in centimetres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ink
from carbonpath.charts.style import INCH, letter, page
from carbonpath.core.messages import text

MARGIN = 0.25
"""Centimetres left free at the edges of the page."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A figure and the room that its axes may fill; lengths in cm before the page's scale, y from below."""

    figure: Figure
    """The figure."""
    options: ChartOptions
    """Language and page."""
    width: float
    """Width of the page."""
    height: float
    """Height of the page."""
    bottom: float
    """Lower end of the room."""
    top: float
    """Upper end of the room."""

    def axes(self, left: float, bottom: float, width: float, height: float, share: Axes | None = None) -> Axes:
        """Return new axes at a place of the page, sharing the vertical scale of `share`."""
        place = (left / self.width, bottom / self.height, width / self.width, height / self.height)
        return self.figure.add_axes(place, sharey=share)

    def write(self, words: str, left: float, bottom: float, size: str = "text", colour: str = "text") -> None:
        """Write a line of text on the page, its baseline at `bottom`."""
        self.figure.text(
            left / self.width,
            bottom / self.height,
            words,
            size=letter(size, self.options),
            color=ink(colour),
            va="baseline",
        )


def open_frame(options: ChartOptions, height: float, title: str, lines: Sequence[str]) -> Frame:
    """Return a page with its words written.

    Parameters
    ----------
    options
        Language and page; a page of fixed height overrules `height`.
    height
        Height of a report page without title, cm.
    title
        Title, left out if the options say so.
    lines
        Unit, boundary and other things a reader must know, parted on one line.
    """
    shape = page(options)
    head = 0.62 if options.title else 0.0
    tall = shape.height or height + head
    figure = Figure(figsize=(shape.width * shape.scale / INCH, tall * shape.scale / INCH))
    frame = Frame(figure, options, shape.width, tall, bottom=0.75, top=tall - head - 0.75)
    if options.title:
        frame.write(title, MARGIN, tall - 0.58, "title")
    parted = text("charts.parting", options.language).join(line for line in lines if line)
    frame.write(parted, MARGIN, tall - head - 0.5, "text", "faint")
    whence = "charts.source" if options.source == "scenario" else "charts.source_inventory"
    source = f"{whence}_illustrative" if options.illustrative else whence
    frame.write(text(source, options.language), MARGIN, 0.2, "small", "faint")
    return frame
