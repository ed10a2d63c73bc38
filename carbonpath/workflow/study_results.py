"""What a study found: tables, discoveries and charts, from its ledger alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from carbonpath.charts.figure import Format
from carbonpath.charts.options import ChartOptions
from carbonpath.core.errors import UsageError
from carbonpath.core.files import write_text
from carbonpath.core.messages import Language
from carbonpath.core.problems import Problem
from carbonpath.core.tables import write_table
from carbonpath.scenario.load import load_scenario
from carbonpath.study.analyse import analyse_study
from carbonpath.study.discover import Discovery, discover
from carbonpath.study.ledger import open_ledger
from carbonpath.study.load import load_study
from carbonpath.study.progress import Progress
from carbonpath.study.results import Results, load_results, sample_table, wide_table
from carbonpath.study.study import Study
from carbonpath.workflow.parquet import write_parquet
from carbonpath.workflow.project import Project
from carbonpath.workflow.study_charts import StudyLabels, condition_name, draw_boxes, draw_study
from carbonpath.workflow.study_files import find_study, study_folder

SENSITIVITY_FILE = "sensitivity.csv"
"""File of indices, responses and probabilities."""
TIDY_FILE = "samples-tidy.csv"
"""File of samples, one row a number."""
FIGURES = "figures"
"""Folder of charts, one folder a language in it."""


@dataclass(frozen=True, slots=True)
class OutputOptions:
    """What the command line asks for."""

    language: Language = "zh"
    """Language of words and charts."""
    charts: bool = True
    """Whether charts are drawn."""
    formats: tuple[Format, ...] = ("png",)
    """Kinds of chart files."""
    parquet: bool = False
    """Whether samples are written as parquet too."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """What a study says."""

    study: Study
    """The study."""
    folder: Path
    """Its folder."""
    progress: Progress
    """How far it is."""
    table: pd.DataFrame
    """Table SENSITIVITY."""
    paths: tuple[Path, ...]
    """Files that were written."""
    problems: tuple[Problem, ...]
    """What could not be said."""


@dataclass(frozen=True, slots=True)
class Discovered:
    """When a condition holds, by scenario."""

    study: Study
    """The study."""
    found: tuple[Discovery, ...]
    """One discovery a scenario."""
    paths: tuple[Path, ...]
    """Files that were written."""


def analyse_results(project: Project, name: str, options: OutputOptions) -> Analysed:
    """Analyse what a study has solved so far, and write tables and charts.

    Raises
    ------
    StorageError
        CP-967 if it has not been run, CP-965 if parquet is asked for without its package.
    ScenarioError
        CP-488 if the study file has changed since it was run.
    """
    study, results, progress = _load(project, name)
    folder = study_folder(project, name)
    table, problems = analyse_study(results)
    write_table(table, folder / SENSITIVITY_FILE)
    write_table(sample_table(results), folder / TIDY_FILE)
    paths = [folder / SENSITIVITY_FILE, folder / TIDY_FILE]
    if options.parquet:
        paths.append(write_parquet(wide_table(results), folder / "samples.parquet"))
    if options.charts:
        drawn = draw_study(
            table, folder / FIGURES / options.language, options.formats, _labels(project, study, options.language)
        )
        paths += drawn.paths
        problems += drawn.problems
    return Analysed(study, folder, progress, table, tuple(paths), tuple(problems))


def discover_conditions(
    project: Project, name: str, condition: str, scenario: str | None, options: OutputOptions
) -> Discovered:
    """Return under which factor values a condition holds, in each scenario of a study or in one.

    Raises
    ------
    UsageError
        CP-494 for a scenario that the study does not have, and what `read_condition` raises.
    ScenarioError
        CP-481 if the condition tells nothing apart, CP-488 as for `analyse_results`.
    """
    study, results, _ = _load(project, name)
    chosen = [part for part in results if scenario in (None, part.scenario)]
    if not chosen:
        details = {"known": ", ".join(study.head.scenario)}
        raise UsageError(Problem("CP-494", str(study.path), value=str(scenario), details=details))
    found = tuple(discover(part, condition) for part in chosen)
    folder = study_folder(project, name)
    words = "\n".join(discovery.sentence(options.language) for discovery in found)
    paths = [folder / f"discovery-{condition_name(condition)}-{options.language}.txt"]
    write_text(paths[0], words + "\n")
    if options.charts:
        labels = _labels(project, study, options.language)
        paths += draw_boxes(found, folder / FIGURES / options.language, options.formats, labels).paths
    return Discovered(study, found, tuple(paths))


def analysis_json(analysed: Analysed) -> dict[str, Any]:
    """Return per scenario, outcome and factor the measures with their intervals, with English keys."""
    rows = analysed.table.to_dict("records")
    keys = ("analysis", "scenario", "outcome", "factor", "other", "measure", "at", "at_other")
    return {
        "study": analysed.study.name,
        "samples": analysed.progress.samples,
        "done": analysed.progress.done,
        "failed": analysed.progress.failed,
        "infeasible": analysed.progress.infeasible,
        "indices": [
            {
                **{key: row[key] for key in keys},
                "value": row["value"],
                "interval": [row["low"], row["high"]],
                "unit": row["unit"],
                "share": row["share"],
            }
            for row in rows
        ],
        "files": [str(path) for path in analysed.paths],
    }


def discovery_json(discovery: Discovery, language: Language) -> dict[str, Any]:
    """Return a discovery with English keys."""
    return {
        "scenario": discovery.scenario,
        "when": discovery.condition.text,
        "samples": discovery.samples,
        "failed": discovery.failed,
        "infeasible": discovery.without_plan,
        "base_rate": discovery.base_rate,
        "density": discovery.density,
        "coverage": discovery.coverage,
        "support": discovery.support,
        "limits": [
            {
                "factor": limit.factor.name,
                "low": limit.low,
                "high": limit.high,
                "options": list(limit.options),
                "quasi_p": limit.chance,
            }
            for limit in discovery.limits
        ],
        "sentence": discovery.sentence(language),
    }


def _load(project: Project, name: str) -> tuple[Study, list[Results], Progress]:
    path = find_study(project, name)
    with open_ledger(study_folder(project, name), write=False) as ledger:
        study = load_study(path)
        return study, load_results(study, ledger), ledger.progress()


def _labels(project: Project, study: Study, language: Language) -> StudyLabels:
    titles = {name: load_scenario(name, project.scenario_folder).title.said(language) for name in study.head.scenario}
    options = ChartOptions(language=language, illustrative=project.file.illustrative, scenario_labels=titles)
    return StudyLabels(study, options)
