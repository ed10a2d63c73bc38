"""Charts of finished runs, drawn from their indicator tables."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pandas as pd

from carbonpath.charts import CHARTS, chart_name
from carbonpath.charts.figure import Format, save_figure
from carbonpath.charts.options import ChartOptions
from carbonpath.core.errors import DataError, UsageError
from carbonpath.core.problems import Problem

ALL = "all"
"""Stands for every chart that the indicators allow."""
NOTHING_TO_DRAW = "CP-911"
"""Problem of a chart for which a run has no rows."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Charts that were written."""

    paths: tuple[Path, ...]
    """Files, in the order of CHARTS."""
    problems: tuple[Problem, ...]
    """Charts left out and characters missing, as warnings."""


def draw_figures(
    indicators: pd.DataFrame, names: Sequence[str], folder: Path, formats: Iterable[Format], options: ChartOptions
) -> Drawn:
    """Draw charts into `folder`, one file a chart and format.

    Parameters
    ----------
    indicators
        Table INDICATOR of the runs to show.
    names
        Charts; none or ``all`` for every chart that the indicators allow.
    folder
        Where the files go.
    formats
        Kinds of files.
    options
        Language, style and names.

    Raises
    ------
    UsageError
        CP-126 for a chart that does not exist.
    DataError
        CP-911 if a chart that was asked for by name has nothing to show.
    """
    asked = [name for name in names if name != ALL]
    paths: list[Path] = []
    problems: list[Problem] = []
    for chart in _charts(asked):
        try:
            figure = chart.draw(indicators, options)
        except DataError as error:
            if asked or error.problems[0].code != NOTHING_TO_DRAW:
                raise
            continue
        for kind in formats:
            path = folder / f"{chart_name(chart)}.{kind}"
            problems += save_figure(figure, path, kind, options)
            paths.append(path)
    return Drawn(tuple(paths), tuple(problems))


def chart_names() -> tuple[str, ...]:
    """Return the names of all charts, in reading order."""
    return tuple(chart_name(chart) for chart in CHARTS)


def _charts(asked: Sequence[str]) -> list[ModuleType]:
    known = {chart_name(chart): chart for chart in CHARTS}
    unknown = [name for name in asked if name not in known]
    if unknown:
        nearest = {name: ", ".join(difflib.get_close_matches(name, known, n=3) or known) for name in unknown}
        raise UsageError(*(Problem("CP-126", value=name, details={"known": nearest[name]}) for name in unknown))
    return [known[name] for name in asked] if asked else list(CHARTS)
