"""The inventory of a project, from its survey workbooks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from carbonpath.core.problems import Problem, as_json
from carbonpath.core.messages import Language
from carbonpath.core.tables import read_csv
from carbonpath.inventory.build import build_inventory
from carbonpath.inventory.specification import Specification
from carbonpath.reference.factors import Factors, load_factors
from carbonpath.workflow.firms import firm_column, read_firms
from carbonpath.workflow.journal import Journal
from carbonpath.workflow.project import Project
from carbonpath.workflow.surveys import Surveys, read_surveys


@dataclass(frozen=True, slots=True)
class ProjectInventory:
    """What the firms of a project reported and emitted."""

    firms: pd.DataFrame
    """Table FIRMS."""
    surveys: Surveys
    """What they reported."""
    factors: Factors
    """Reference tables."""
    specification: Specification
    """Rules of accounting."""
    emissions: pd.DataFrame
    """Table EMISSIONS."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Warnings."""
        return self.surveys.problems


def build_project_inventory(project: Project, journal: Journal) -> ProjectInventory:
    """Return the inventory of every year surveyed.

    Raises
    ------
    DataError, SafetyError
        With every problem of the workbooks, or of the inventory.
    """
    with journal.stage("survey"):
        firms = read_firms(project)
        surveys = read_surveys(project, read_csv(project.inventory_folder / "system" / "facilities.csv"))
    with journal.stage("inventory"):
        factors = load_factors()
        specification = Specification(firm_column(firms, "guideline"), gwp_metric=project.file.gwp_metric)
        emissions = build_inventory(surveys.activity, factors, specification)
    return ProjectInventory(firms, surveys, factors, specification, emissions)
