"""Goals of a project, and how runs stand against them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
from pydantic import Field

from carbonpath.core.documents import load_document, validate_document
from carbonpath.core.errors import DataError
from carbonpath.core.messages import Language
from carbonpath.indicators.targets import Bound, Measure, Target, compare_targets
from carbonpath.scenario.blocks import Bilingual, Block, Series, Year
from carbonpath.workflow.drawing import run_indicators
from carbonpath.workflow.project import Project
from carbonpath.workflow.runs import Run, find_run

FILE = "targets.yaml"
"""File of the goals, beside the survey workbooks."""


class MeasureBlock(Block):
    """Number of a run that a goal bounds."""

    indicator: str
    """Name of the indicator."""
    boundary: str = ""
    """Boundary, where there are several."""
    sector: str = ""
    """Sector; all if left out."""
    item: str = ""
    """Item; all if left out."""
    per: str = ""
    """Indicator by which it is divided, such as ``gdp``."""
    fall_from: Year | Literal["peak"] | None = None
    """Year, or ``peak``, against which a fall is measured; the level counts if left out."""


class Goal(Series):
    """A goal by year, with its reason, source and responsible unit."""

    title: Bilingual
    """Name for tables."""
    measure: MeasureBlock
    """What is measured."""
    bound: Bound
    """``at_most`` or ``at_least``."""


class Goals(Block):
    """Content of the file of goals."""

    goals: dict[str, Goal] = Field(min_length=1)
    """Goals by key."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one run stands against the goals."""

    run: Run
    """Run."""
    table: pd.DataFrame
    """Table of `carbonpath.indicators.targets`."""
    goals: Goals
    """Goals with their words."""

    def as_json(self, language: Language) -> dict[str, Any]:
        """Return it as ``targets --json`` tells it."""
        told = self.table.assign(title=[self.goals.goals[name].title.said(language) for name in self.table["goal"]])
        entries = told.astype(object).where(told.notna(), None).to_dict("records")
        return {"scenario": self.run.manifest.scenario, "run": self.run.manifest.run, "targets": entries}


def load_goals(project: Project) -> Goals:
    """Return the goals of a project.

    Raises
    ------
    DataError
        If the file is not there or does not fit its description.
    """
    document = load_document(project.inventory_folder / FILE, DataError)
    return validate_document(document.content, Goals, document, (), DataError)


def hold_to_targets(project: Project, references: Sequence[str]) -> list[Standing]:
    """Return how runs stand against the goals of the project.

    Raises
    ------
    UsageError
        CP-120 or CP-121 if a run is not found.
    DataError
        If the file of goals cannot be used.
    """
    goals = load_goals(project)
    targets = [
        Target(name, Measure(**goal.measure.model_dump()), goal.bound, goal.unit, goal.values)
        for name, goal in goals.goals.items()
    ]
    runs = [find_run(project.runs_folder, reference) for reference in references]
    return [Standing(run, compare_targets(run_indicators([run]), targets), goals) for run in runs]
