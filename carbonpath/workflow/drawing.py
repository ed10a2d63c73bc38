"""Charts of runs and where they go: those of one run into its folder, those of several into one of their own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from carbonpath.charts.figure import Format
from carbonpath.charts.options import ChartOptions, Style
from carbonpath.core.errors import UsageError
from carbonpath.core.messages import Language
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import read_table
from carbonpath.workflow.figures import ALL, Drawn, chart_names, draw_figures
from carbonpath.workflow.fingerprint import digest
from carbonpath.workflow.firms import firm_labels, read_firms
from carbonpath.workflow.folders import whole_folder
from carbonpath.workflow.journal import Journal, Listener, silent
from carbonpath.workflow.lock import project_lock
from carbonpath.workflow.outputs import INDICATORS
from carbonpath.workflow.project import Project
from carbonpath.workflow.run_names import distinct, run_keys, run_titles
from carbonpath.workflow.runs import Run, find_run

FORMATS: tuple[Format, ...] = ("png", "svg")
"""Kinds of files that a run leaves."""
FIGURES = "figures"
"""Folder of charts within a run's folder, with one folder a language."""


def run_indicators(runs: Sequence[Run]) -> pd.DataFrame:
    """Return the INDICATOR tables of runs under one another, in their order, each run under a name of its own."""
    runs = distinct(runs)
    named = zip(runs, run_keys(runs), strict=True)
    tables = [read_table(run.folder / INDICATORS, INDICATOR).assign(scenario=name) for run, name in named]
    return pd.concat(tables, ignore_index=True)


def chart_options(project: Project, runs: Sequence[Run], language: Language, style: Style = "report") -> ChartOptions:
    """Return language, style and the names of scenarios and firms for charts of `runs`."""
    return ChartOptions(
        language=language,
        style=style,
        boundary=project.file.boundary,
        illustrative=any(run.manifest.illustrative for run in runs),
        scenario_labels=run_titles(distinct(runs), language),
        firm_labels=firm_labels(read_firms(project), language),
    )


def figure_folder(project: Project, runs: Sequence[Run], language: Language) -> Path:
    """Return where the charts of `runs` stand: in the run's folder, or in one named after the runs compared."""
    if len(runs) == 1:
        return runs[0].folder / FIGURES / language
    together = digest({"runs": [run.manifest.run for run in runs]})
    return project.runs_folder / f"comparison_{together[:8]}" / language


def draw_after_run(project: Project, runs: Sequence[Run], language: Language, listener: Listener = silent) -> Drawn:
    """Draw every chart of each run and, if there are several, of all together; return the latter, or the only one's.

    Raises
    ------
    StorageError
        CP-950 if another process writes in this project.
    """
    problems: list[Problem] = []
    paths: tuple[Path, ...] = ()
    with project_lock(project.state_folder):
        for shown in [[run] for run in runs] + ([list(runs)] if len(runs) > 1 else []):
            with Journal(" ".join(run.manifest.scenario for run in shown), listener).stage("charts"):
                drawn = draw_standard(project, shown, language)
            paths = drawn.paths
            problems += drawn.problems
    return Drawn(paths, tuple(problems))


def draw_standard(project: Project, runs: Sequence[Run], language: Language) -> Drawn:
    """Draw every chart of `runs` in every format, unless they are there already."""
    folder = figure_folder(project, runs, language)
    if folder.is_dir():
        return Drawn(tuple(sorted(folder.iterdir())), ())
    options = chart_options(project, runs, language)
    with whole_folder(folder) as partial:
        drawn = draw_figures(run_indicators(runs), (), partial, FORMATS, options)
    return Drawn(tuple(folder / path.name for path in drawn.paths), drawn.problems)


def plot_runs(
    project: Project,
    words: Sequence[str],
    *,
    formats: Sequence[Format],
    style: Style,
    language: Language,
    output: Path | None,
) -> Drawn:
    """Draw the charts that `words` name, of the runs that they name.

    Parameters
    ----------
    project
        Project with its runs.
    words
        Names of charts, or ``all``, or none for all; then references to runs.
    formats, style, language
        Kinds of files, page and language.
    output
        Folder; None: beside the figures that the runs have.

    Raises
    ------
    UsageError
        CP-120 or CP-121 if a run is not found, CP-129 if none is named.
    """
    charts = [word for word in words if word in (ALL, *chart_names())]
    references = [word for word in words if word not in charts]
    if not references:
        raise UsageError(Problem("CP-129", details={"known": ", ".join(chart_names())}))
    runs = distinct([find_run(project.runs_folder, reference) for reference in references])
    beside = figure_folder(project, runs, language)
    folder = output or (beside if style == "report" else beside.with_name(f"{language}-{style}"))
    options = chart_options(project, runs, language, style)
    return draw_figures(run_indicators(runs), charts, folder, formats, options)
