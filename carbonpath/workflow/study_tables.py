"""The head of what a study says, for a terminal: one table an analysis, outcomes side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from carbonpath.charts.options import ChartOptions
from carbonpath.core.messages import Language, text
from carbonpath.workflow.study_charts import StudyLabels
from carbonpath.workflow.study_results import Analysed

MEASURE_OF = {
    "tornado": ("low_end", "high_end"),
    "morris": ("mu_star", "sigma"),
    "sobol": ("S1", "ST"),
    "fast": ("S1", "ST"),
    "distribution": ("pawn", "delta"),
    "regression": ("src", "prcc"),
}
"""Measures that are shown of analyses by factor; the last one orders the factors."""
OF_OUTCOME = {
    "feasibility": ("optimal", "infeasible", "failed"),
    "peak_probability": ("peaks_in", "peaked_by", "no_plan"),
    "regret": ("regret_max", "regret_mean", "best", "no_plan"),
}
"""Measures that are shown of analyses of outcomes alone."""
MOST = 15
"""Factors of a table."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A table for a terminal."""

    title: str
    """Line above it."""
    headers: Sequence[str]
    """Column headers."""
    rows: Sequence[Sequence[str]]
    """Cells."""


def headline(analysed: Analysed, language: Language) -> list[Shown]:
    """Return the tables that a reader sees first."""
    labels = StudyLabels(analysed.study, ChartOptions(language=language))
    table = analysed.table
    shown: list[Shown] = []
    for (analysis, scenario), part in table.groupby(["analysis", "scenario"], sort=False):
        if analysis in MEASURE_OF:
            shown += [
                _by_factor(str(scenario), rows, MEASURE_OF[str(analysis)], labels)
                for _, rows in part.groupby("outcome", sort=False)
            ]
        elif analysis in OF_OUTCOME:
            shown.append(_of_outcomes(str(scenario), part, OF_OUTCOME[str(analysis)], labels))
    return shown


def _by_factor(scenario: str, rows: pd.DataFrame, measures: tuple[str, ...], labels: StudyLabels) -> Shown:
    language = labels.options.language
    words = labels.words(scenario, str(rows["outcome"].iloc[0]))
    told = rows.loc[rows["measure"].isin(measures) & (rows["factor"] != "")]
    wide = told.pivot_table(index="factor", columns="measure", values=["value", "low", "high"], aggfunc="first")
    last = measures[-1]
    order = wide["value"][last].abs().sort_values(ascending=False, kind="stable").index[:MOST]
    cells = [
        [words.factor(str(factor)), *(_cell(wide, str(factor), measure) for measure in measures)] for factor in order
    ]
    headers = ["", *(text(f"study.measure.{measure}", language) for measure in measures)]
    return Shown(f"{words.outcome}  {labels.options.scenario(scenario)}", headers, cells)


def _cell(wide: pd.DataFrame, factor: str, measure: str) -> str:
    if measure not in wide["value"].columns:
        return ""
    value, low, high = (float(wide[part][measure][factor]) for part in ("value", "low", "high"))
    if pd.isna(value):
        return ""
    return f"{value:.4g}" if low == high else f"{value:.4g} [{low:.3g}, {high:.3g}]"


def _of_outcomes(scenario: str, part: pd.DataFrame, measures: tuple[str, ...], labels: StudyLabels) -> Shown:
    language = labels.options.language
    rows = []
    for row in part.loc[part["measure"].isin(measures)].to_dict("records"):
        at = f"{row['at']:.0f}" if row["at"] else ""
        interval = f"[{row['low']:.3g}, {row['high']:.3g}]" if row["low"] != row["high"] else ""
        name = labels.outcome(str(row["outcome"]))
        rows.append([name, text(f"study.measure.{row['measure']}", language), at, f"{row['value']:.4g}", interval])
    return Shown(labels.options.scenario(scenario), ["", "", "", "", ""], rows)
