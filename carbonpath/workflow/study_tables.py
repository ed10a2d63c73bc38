"""The head of what a study says, for a terminal: one table an analysis, outcomes side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.studies.page import in_unit
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
"""Measures that are shown of analyses by factor."""
ORDER = {
    "tornado": "swing",
    "morris": "mu_star",
    "sobol": "ST",
    "fast": "ST",
    "distribution": "delta",
    "regression": "prcc",
}
"""Measure by which the factors of an analysis are ordered; ``swing`` is the distance of the two ends."""
RATIOS = ("sobol", "fast", "distribution", "regression")
"""Analyses whose measures have no unit."""
OF_OUTCOME = {
    "feasibility": ("optimal", "infeasible", "failed"),
    "robustness": ("p05", "p50", "p95", "worst", "meets"),
    "peak_probability": ("peaks_in", "peaked_by", "no_plan"),
    "regret": ("regret_max", "regret_mean", "best", "no_plan"),
}
"""Measures that are shown of analyses of outcomes alone."""
YEAR = "year"
"""Unit of years, which need none beside them."""
NO_PLAN = "no_plan"
"""Measure of a value at which there is no plan."""
SHARES = ("optimal", "infeasible", "failed", "peaks_in", "peaked_by", "best", "meets", NO_PLAN)
"""Measures that are shares of samples."""
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
                _by_factor(str(analysis), str(scenario), rows, labels)
                for _, rows in part.groupby("outcome", sort=False)
            ]
        elif analysis in OF_OUTCOME:
            shown.append(_of_outcomes(str(scenario), part, OF_OUTCOME[str(analysis)], labels))
    return shown


def _by_factor(analysis: str, scenario: str, rows: pd.DataFrame, labels: StudyLabels) -> Shown:
    language, measures = labels.options.language, MEASURE_OF[analysis]
    words = labels.words(scenario, str(rows["outcome"].iloc[0]))
    told = rows.loc[rows["measure"].isin([*measures, NO_PLAN]) & (rows["factor"] != "")]
    told, unit = (told, "") if analysis in RATIOS else in_unit(told, labels.options)
    wide = told.pivot_table(index="factor", columns="measure", values=["value", "low", "high"], aggfunc="first")
    values = pd.DataFrame(wide["value"])
    cells = [
        [words.factor(factor), *(_cell(wide, factor, measure, language) for measure in measures)]
        for factor in _ordered(values, ORDER[analysis])[:MOST]
    ]
    headers = ["", *(text(f"study.measure.{measure}", language) for measure in measures)]
    outcome = f"{words.outcome} ({unit})" if unit and str(rows["unit"].iloc[0]) != YEAR else words.outcome
    return Shown(f"{outcome}  {labels.options.scenario(scenario)}", headers, cells)


def _ordered(values: pd.DataFrame, measure: str) -> list[str]:
    """Return the factors, the strongest first; those with an end without a plan before all."""
    strength = values.max(axis=1) - values.min(axis=1) if measure == "swing" else values[measure].abs()
    if measure == "swing" and NO_PLAN in values.columns:
        strength = strength.mask(values[NO_PLAN].notna(), float("inf"))
    return [str(factor) for factor in strength.sort_values(ascending=False, kind="stable").index]


def _cell(wide: pd.DataFrame, factor: str, measure: str, language: Language) -> str:
    told = wide["value"].loc[factor]
    if measure not in told.index or pd.isna(told[measure]):
        return text("study.measure.no_plan", language) if NO_PLAN in told.index and pd.notna(told[NO_PLAN]) else ""
    value, low, high = (float(wide[part][measure][factor]) for part in ("value", "low", "high"))
    return f"{value:.4g}" if low == high else f"{value:.4g} [{low:.3g}, {high:.3g}]"


def _of_outcomes(scenario: str, part: pd.DataFrame, measures: tuple[str, ...], labels: StudyLabels) -> Shown:
    language = labels.options.language
    rows = []
    for outcome, own in part.loc[part["measure"].isin(measures)].groupby("outcome", sort=False):
        name = labels.outcome(str(outcome))
        for row in _in_units(own, labels).to_dict("records"):
            at = f"{row['at']:.6g}" if row["at"] else ""
            interval = f"[{row['low']:.3g}, {row['high']:.3g}]" if row["low"] != row["high"] else ""
            unit = "" if row["measure"] in SHARES or row["unit"] == YEAR else str(row["unit"])
            measure = text(f"study.measure.{row['measure']}", language)
            rows.append([name, measure, at, f"{row['value']:.4g}", unit, interval])
    return Shown(labels.options.scenario(scenario), [""] * 6, rows)


def _in_units(rows: pd.DataFrame, labels: StudyLabels) -> pd.DataFrame:
    """Return rows with amounts, not shares, in the unit of the reader; years keep theirs to themselves."""
    amounts = ~rows["measure"].isin(SHARES)
    if not amounts.any():
        return rows
    told, unit = in_unit(rows.loc[amounts], labels.options)
    return pd.concat([told.assign(unit=YEAR if str(rows["unit"].iloc[0]) == YEAR else unit), rows.loc[~amounts]])
