"""Titles and the lines beneath them."""

from __future__ import annotations

from carbonpath.charts.options import ChartOptions
from carbonpath.core.labels import label
from carbonpath.core.messages import text


def title_of(chart: str, options: ChartOptions) -> str:
    """Return the title of a chart."""
    return text(f"charts.title.{chart}", options.language)


def unit_line(unit: str, options: ChartOptions, substance: str = "") -> str:
    """Return the line that names the unit, with the substance measured: ``Unit: Mt CO₂``."""
    joined = unit + substance if options.language == "zh" else f"{unit} {substance}".strip()
    return text("charts.unit", options.language, unit=joined)


def boundary_line(boundary: str, options: ChartOptions) -> str:
    """Return the line that says what is counted."""
    return text("charts.boundary", options.language, boundary=label("boundary", boundary, options.language))


def note(name: str, options: ChartOptions) -> str:
    """Return a remark that a reader of the chart needs."""
    return text(f"charts.note.{name}", options.language, width=f"{options.plateau_width:.0%}")
