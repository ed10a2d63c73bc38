"""Finished runs as files for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from carbonpath.core.errors import UsageError
from carbonpath.core.messages import Language
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import RESULT
from carbonpath.core.tables import read_table
from carbonpath.exports import EXPORTERS, exporter
from carbonpath.exports.osemosys import write_osemosys
from carbonpath.exports.tables import ExportOptions, ExportTables
from carbonpath.workflow.drawing import run_indicators
from carbonpath.workflow.firms import firm_labels, read_firms
from carbonpath.workflow.outputs import RESULTS
from carbonpath.workflow.project import Project
from carbonpath.workflow.run_names import distinct, run_keys, run_titles
from carbonpath.workflow.runs import Run, find_run
from carbonpath.workflow.stored_system import read_system

OSEMOSYS = "osemosys"
"""Format that tells the system of a run instead of its answer."""
FORMATS: tuple[str, ...] = (*(module.FORMAT for module in EXPORTERS), OSEMOSYS)
"""Every format, in reading order."""


def export_runs(
    project: Project, references: Sequence[str], kind: str, output: Path, language: Language
) -> tuple[Path, ...]:
    """Write runs in a format and return the files.

    Parameters
    ----------
    project
        Project with its runs.
    references
        What the user calls the runs.
    kind
        One of `FORMATS`.
    output
        File; a folder where `kind` is ``osemosys``, which tells the system that one run solved.
    language
        Language of labels in workbooks.

    Raises
    ------
    UsageError
        CP-120 or CP-121 if a run is not found, CP-166 if the format tells one run and several are named.
    DataError
        What `write_osemosys` raises, and what reading the tables of a run raises.
    StorageError
        If a file cannot be written.
    """
    runs = [find_run(project.runs_folder, reference) for reference in references]
    if kind == OSEMOSYS:
        if len(runs) > 1:
            raise UsageError(Problem("CP-166", value=", ".join(run.manifest.run for run in runs)))
        return write_osemosys(read_system(runs[0].folder / "inputs"), output)
    shown = distinct(runs)
    written: tuple[Path, ...] = exporter(kind).export(_tables(shown), output, _options(project, shown, language))
    return written


def _tables(runs: Sequence[Run]) -> ExportTables:
    named = zip(runs, run_keys(runs), strict=True)
    results = [read_table(run.folder / RESULTS, RESULT).assign(scenario=name) for run, name in named]
    return ExportTables(pd.concat(results, ignore_index=True), run_indicators(runs))


def _options(project: Project, runs: Sequence[Run], language: Language) -> ExportOptions:
    return ExportOptions(
        language=language,
        illustrative=any(run.manifest.illustrative for run in runs),
        scenario_labels=run_titles(runs, language),
        firm_labels=firm_labels(read_firms(project), language),
    )
