"""What an analysis leaves where the user wants it: its tables, and the charts drawn from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pandas as pd

from carbonpath.charts import chart_name
from carbonpath.charts.figure import Format, save_figure
from carbonpath.charts.options import ChartOptions
from carbonpath.core.errors import DataError
from carbonpath.core.messages import Language
from carbonpath.core.problems import Problem
from carbonpath.core.tables import write_table
from carbonpath.scenario.blocks import Bilingual
from carbonpath.workflow.figures import NOTHING_TO_DRAW, Drawn
from carbonpath.workflow.firms import firm_labels, read_firms
from carbonpath.workflow.project import Project


@dataclass(frozen=True, slots=True)
class Page:
    """How charts are drawn."""

    language: Language = "zh"
    """Language of all words."""
    formats: tuple[Format, ...] = ("png",)
    """Kinds of files."""


def page_options(project: Project, page: Page, boundary: str, titles: Mapping[str, Bilingual]) -> ChartOptions:
    """Return language, names and boundary of the charts of an analysis."""
    return ChartOptions(
        language=page.language,
        boundary=boundary,
        illustrative=project.file.illustrative,
        scenario_labels={name: title.said(page.language) for name, title in titles.items()},
        firm_labels=firm_labels(read_firms(project), page.language),
    )


def write_analysis(
    folder: Path,
    tables: Mapping[str, pd.DataFrame],
    charts: Iterable[tuple[ModuleType, pd.DataFrame]],
    options: ChartOptions,
    formats: Iterable[Format],
) -> Drawn:
    """Write tables, as CSV by their names, and charts; return the files, tables first.

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
        for kind in formats:
            path = folder / f"{chart_name(chart)}.{kind}"
            problems += save_figure(figure, path, kind, options)
            paths.append(path)
    return Drawn(tuple(paths), tuple(problems))
