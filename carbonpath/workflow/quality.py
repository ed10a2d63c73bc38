"""How good the surveys of a project are: every check, also those that need the inventory's carbon, and the scores."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.messages import Language
from carbonpath.core.problems import Problem, as_json
from carbonpath.inventory.content import activity_content
from carbonpath.survey.checks import check_activity
from carbonpath.survey.score import FirmScore, score_firms
from carbonpath.workflow.factors import project_factors
from carbonpath.workflow.firms import read_firms
from carbonpath.workflow.inventory import project_rules
from carbonpath.workflow.project import Project
from carbonpath.workflow.registers import host_facilities
from carbonpath.workflow.survey_record import Surveys
from carbonpath.workflow.surveys import read_facilities, register_checks


@dataclass(frozen=True, slots=True)
class Quality:
    """What the checks say of surveys."""

    surveys: Surveys
    """What was reported."""
    findings: tuple[Problem, ...]
    """Findings of the checks, beside the warnings of the files."""
    scores: tuple[FirmScore, ...]
    """Score of each firm and year."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return warnings of the files and findings of the checks."""
        return (*self.surveys.problems, *self.findings)

    def remark(self, problem: Problem) -> str:
        """Return what the firm remarked in the row that a finding is about, or a blank."""
        return self.surveys.remarks.get(f"{problem.file}!{problem.place}", "")

    def as_json(self, language: Language) -> dict[str, Any]:
        """Return what was read and found as a JSON object."""
        told = as_json(self.problems, language)
        remarks = [self.remark(problem) for problem in self.problems]
        problems = [entry | {"remark": remark} for entry, remark in zip(told, remarks, strict=True)]
        return {"surveys": self.counts(), "scores": [asdict(score) for score in self.scores], "problems": problems}

    def counts(self) -> list[dict[str, Any]]:
        """Return how many numbers each firm reports in each year."""
        counts = self.surveys.activity.groupby(["firm", "year"]).size().reset_index(name="numbers")
        return [
            {"firm": str(firm), "year": int(year), "numbers": int(numbers)}
            for firm, year, numbers in counts.itertuples(index=False)
        ]


def judge(surveys: Surveys, project: Project) -> Quality:
    """Return the findings of every check and the scores.

    Rows that the inventory cannot account are findings too, errors; the balances of carbon and energy are then left
    out.
    """
    content, problems = _content(surveys, project)
    found = check_activity(
        surveys.activity,
        **register_checks(surveys, project),
        content=content,
        hosts=host_facilities(read_facilities(project)),
    )
    findings = (*problems, *found)
    return Quality(surveys, findings, score_firms(surveys.activity, findings, surveys.remarks.keys()))


def _content(surveys: Surveys, project: Project) -> tuple[pd.DataFrame | None, tuple[Problem, ...]]:
    try:
        rules = project_rules(project, read_firms(project))
        return activity_content(surveys.activity, project_factors(project), rules), ()
    except DataError as unaccounted:
        return None, unaccounted.problems
