"""What a study of a run leaves where the user wants it: tables as CSV, and the charts drawn from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType

import pandas as pd

from carbonpath.charts import chart_name
from carbonpath.charts.figure import Format, save_figure
from carbonpath.charts.options import ChartOptions
from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.core.tables import write_table
from carbonpath.workflow.figures import NOTHING_TO_DRAW, Drawn

FORMATS: tuple[Format, ...] = ("png", "svg")
"""Kinds of files of each chart."""


def write_study(
    folder: Path,
    tables: Mapping[str, pd.DataFrame],
    charts: Iterable[tuple[ModuleType, pd.DataFrame]],
    options: ChartOptions,
) -> Drawn:
    """Write tables by their names, and charts in each format; return the files, tables first.

    A chart that has nothing to show is left out.
    """
    paths = [folder / f"{name}.csv" for name in tables]
    for path, table in zip(paths, tables.values(), strict=True):
        write_table(table, path)
    problems: list[Problem] = []
    for chart, table in charts:
        try:
            figure = chart.draw(table, options)
        except DataError as error:
            if error.problems[0].code != NOTHING_TO_DRAW:
                raise
            continue
        for kind in FORMATS:
            path = folder / f"{chart_name(chart)}.{kind}"
            problems += save_figure(figure, path, kind, options)
            paths.append(path)
    return Drawn(tuple(paths), tuple(problems))
