"""What charts of studies share: their words, the rows of a table they show, and bars beside names of factors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd
from matplotlib.axes import Axes

from carbonpath.charts.frame import MARGIN, Frame, open_frame
from carbonpath.charts.legend import width_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.style import letter
from carbonpath.core.errors import DataError
from carbonpath.core.labels import shown_unit
from carbonpath.core.messages import Language, text
from carbonpath.core.problems import Problem
from carbonpath.core.units import conversion_factor

ROW = 0.52
"""Height of a row of bars, cm."""
MOST = 20
"""Factors that are shown; the strongest first."""
NOTE = 0.45
"""Height of the line of a remark, cm."""


@dataclass(frozen=True, slots=True)
class StudyWords:
    """Names of a study for its reader."""

    scenario: str = ""
    """Name of the scenario."""
    outcome: str = ""
    """Name of the outcome."""
    factors: Mapping[str, str] = field(default_factory=dict)
    """Names of factors; a factor without one is shown by its own name."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Units of factors; blank: relative to the scenario."""
    options: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Names of the alternatives of factors that are switches."""

    def factor(self, name: str) -> str:
        """Return the name of a factor for the reader."""
        return self.factors.get(name, name)

    def axis(self, name: str, language: Language) -> str:
        """Return the name of a factor with its unit."""
        unit = self.units.get(name, "")
        return text("study.chart.axis", language, factor=self.factor(name), unit=unit) if unit else self.factor(name)

    def value(self, name: str, value: float) -> str:
        """Return a value of a factor for the reader: the name of an alternative, or the number."""
        options = self.options.get(name, ())
        return options[round(value)] if options else f"{value:.4g}"


def rows_of(table: pd.DataFrame, *measures: str) -> pd.DataFrame:
    """Return the rows of some measures.

    Raises
    ------
    DataError
        CP-911 if there are none.
    """
    rows = table.loc[table["measure"].isin(measures)]
    if rows.empty:
        raise DataError(Problem("CP-911", value=", ".join(measures)))
    return rows


def in_unit(table: pd.DataFrame, options: ChartOptions) -> tuple[pd.DataFrame, str]:
    """Return a table with values and intervals in the unit that its reader knows, and that unit."""
    unit = str(table["unit"].iloc[0]) if len(table) else ""
    if not unit or unit == "year":
        return table, unit if options.language == "en" else {"year": "年"}.get(unit, unit)
    shown = shown_unit(unit, options.language)
    factor = conversion_factor(unit, shown)
    return table.assign(**{name: table[name] * factor for name in ("value", "low", "high")}), shown


def open_study_page(
    options: ChartOptions, words: StudyWords, chart: str, height: float, *, unit: str = "", note: str = ""
) -> Frame:
    """Return a page with title, outcome, unit and scenario written, and a remark on a line of its own."""
    told = text(f"study.chart.{chart}", options.language, outcome=words.outcome)
    title = told[:1].upper() + told[1:]
    lines = [
        text("charts.unit", options.language, unit=unit) if unit else "",
        text("study.chart.scenario", options.language, scenario=words.scenario) if words.scenario else "",
    ]
    if not note:
        return open_frame(options, height, title, lines)
    frame = open_frame(options, height + NOTE, title, lines)
    frame.write(note, MARGIN, frame.top - 0.25, "small", "faint")
    return replace(frame, top=frame.top - NOTE)


def factor_axes(frame: Frame, names: Sequence[str], foot: float = 0.55, right: float = 0.6) -> Axes:
    """Return axes with one row a factor, named on the left, the first on top."""
    left = MARGIN + 0.15 + max((width_of(name) for name in names), default=0.0)
    width = frame.width - left - MARGIN - right
    axes = frame.axes(left, frame.bottom + foot, width, frame.top - frame.bottom - foot)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_yticks(range(len(names)), names, fontsize=letter("text", frame.options))
    axes.grid(visible=True, axis="x")
    axes.grid(visible=False, axis="y")
    return axes


def page_height(rows: int) -> float:
    """Return the height of a page with so many rows of bars, cm."""
    return 2.6 + ROW * max(rows, 3)
