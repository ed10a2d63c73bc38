"""Charts of studies, drawn from their tables with names for the reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pandas as pd

from carbonpath.charts import chart_name
from carbonpath.charts.figure import Format, save_figure
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.studies import fan, heat_map, morris, peak_histogram, scenario_box, sobol, spider, tornado
from carbonpath.charts.studies.page import StudyWords
from carbonpath.core.errors import DataError
from carbonpath.core.labels import label
from carbonpath.core.messages import text
from carbonpath.core.problems import Problem
from carbonpath.core.vocabulary import quantities
from carbonpath.study.discover import Discovery, Limit
from carbonpath.study.outcome import FEASIBLE
from carbonpath.study.study import Study
from carbonpath.workflow.figures import NOTHING_TO_DRAW, Drawn

CHART_OF: dict[str, ModuleType] = {
    "tornado": tornado,
    "spider": spider,
    "pairs": heat_map,
    "morris": morris,
    "sobol": sobol,
    "fast": sobol,
    "fan": fan,
    "peak_probability": peak_histogram,
}
"""Chart that shows an analysis."""


SIGNS = (("==", "eq"), ("!=", "ne"), ("<=", "le"), (">=", "ge"), ("<", "lt"), (">", "gt"))
"""Words for signs that file names cannot have."""


@dataclass(frozen=True)
class StudyLabels:
    """Names of a study in the language of its charts."""

    study: Study
    """The study."""
    options: ChartOptions
    """Language, page and names of scenarios."""

    def words(self, scenario: str, outcome: str) -> StudyWords:
        """Return the words of a chart of one outcome."""
        language = self.options.language
        factors = self.study.factors
        return StudyWords(
            scenario=self.options.scenario(scenario),
            outcome=self.outcome(outcome),
            factors={factor.name: factor.block.title.said(language) or factor.name for factor in factors},
            units={factor.name: factor.block.unit.said(language) for factor in factors},
            options={
                factor.name: [
                    option.title.said(language) or name for name, option in (factor.block.alternatives or {}).items()
                ]
                for factor in factors
                if factor.options
            },
        )

    def outcome(self, name: str) -> str:
        """Return the name of an outcome: its own title, else that of its indicator or quantity, with its year."""
        language = self.options.language
        block = self.study.outcomes.get(name) or self.study.outcomes.get(name.rpartition("_")[0])
        if block is None or name == FEASIBLE:
            return text("study.feasible", language)
        title = block.title.said(language)
        if not title and block.indicator:
            title = label("indicator", block.indicator, language)
        title = title or quantities()[block.quantity].label(language)
        year = name.rpartition("_")[2] if block.year == "all" and name not in self.study.outcomes else block.year
        told = year if year not in (None, "all") and not block.title.said(language) else ""
        return text("study.of_year", language, outcome=title, year=told) if told else title


def draw_study(table: pd.DataFrame, folder: Path, formats: Iterable[Format], labels: StudyLabels) -> Drawn:
    """Draw every chart that a table SENSITIVITY allows, one file a scenario, outcome and analysis."""
    paths: list[Path] = []
    problems: list[Problem] = []
    kinds = tuple(formats)
    for name, figure in _figures(table, labels):
        for kind in kinds:
            path = folder / f"{name}.{kind}"
            problems += save_figure(figure, path, kind, labels.options)
            paths.append(path)
    return Drawn(tuple(paths), tuple(problems))


def draw_boxes(found: Sequence[Discovery], folder: Path, formats: Iterable[Format], labels: StudyLabels) -> Drawn:
    """Draw the box of each discovery that has one."""
    paths: list[Path] = []
    problems: list[Problem] = []
    for discovery in found:
        if not discovery.limits:
            continue
        figure = _box(discovery, labels)
        for kind in formats:
            path = folder / f"scenario-box-{discovery.scenario}-{condition_name(discovery.condition.text)}.{kind}"
            problems += save_figure(figure, path, kind, labels.options)
            paths.append(path)
    return Drawn(tuple(paths), tuple(problems))


def condition_name(condition: str) -> str:
    """Return a condition as part of a file name: ``feasible == 0`` becomes ``feasible-eq-0``."""
    told = condition
    for sign, word in SIGNS:
        told = told.replace(sign, f" {word} ")
    return re.sub(r"[^\w.]+", "-", told).strip("-")


def _figures(table: pd.DataFrame, labels: StudyLabels) -> Iterator[tuple[str, Any]]:
    several = len(labels.study.head.scenario) > 1
    shown = table.loc[table["analysis"].isin(list(CHART_OF))]
    for (analysis, scenario, outcome), part in shown.groupby(["analysis", "scenario", "outcome"], sort=False):
        module = CHART_OF[str(analysis)]
        words = labels.words(str(scenario), str(outcome))
        name = "-".join([chart_name(module), str(outcome), *([str(scenario)] if several else [])])
        pairs = part.groupby(["factor", "other"], sort=False) if analysis == "pairs" else [(("", ""), part)]
        for (one, other), rows in pairs:
            try:
                figure = module.draw(rows, labels.options, words)
            except DataError as error:
                if error.problems[0].code != NOTHING_TO_DRAW:
                    raise
                continue
            yield (f"{name}-{one}-{other}" if one else name), figure


def _box(discovery: Discovery, labels: StudyLabels) -> Any:
    language = labels.options.language
    rows = [(limit.factor.name, limit.span(language), _parts(limit), limit.chance) for limit in discovery.limits]
    note = text(
        "study.chart.box_note",
        language,
        density=f"{100 * discovery.density:.0f}",
        base=f"{100 * discovery.base_rate:.0f}",
        coverage=f"{100 * discovery.coverage:.0f}",
    )
    words = labels.words(discovery.scenario, FEASIBLE)
    named = StudyWords(words.scenario, discovery.condition.text, words.factors, words.units, words.options)
    return scenario_box.draw(pd.DataFrame(rows, columns=list(scenario_box.COLUMNS)), labels.options, named, note)


def _parts(limit: Limit) -> list[tuple[float, float]]:
    """Return the parts of a factor's range that lie in the box, from 0 to 1; alternatives are equally wide."""
    options = limit.factor.options
    if options:
        width = 1.0 / len(options)
        return [(width * options.index(name), width * (options.index(name) + 1)) for name in limit.options]
    first, last = (float(value) for value in limit.factor.values_within(np.array([0.0, 1.0])))
    low = first if limit.low is None else max(limit.low, first)
    high = last if limit.high is None else min(limit.high, last)
    return [((low - first) / (last - first), (high - first) / (last - first))]
