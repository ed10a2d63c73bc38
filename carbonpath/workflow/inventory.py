"""The inventory of a project, from its survey workbooks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from carbonpath.core.errors import UsageError
from carbonpath.core.files import write_text
from carbonpath.core.problems import Problem
from carbonpath.core.tables import write_table
from carbonpath.inventory.activity import prepare_activity
from carbonpath.inventory.aggregate import InventorySummary, summarise
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

    def summary(self, year: int) -> InventorySummary:
        """Return the totals of one year."""
        prepared = prepare_activity(self.surveys.activity, self.factors, self.specification)
        return summarise(self.emissions, prepared, year)

    @property
    def years(self) -> tuple[int, ...]:
        """Years surveyed."""
        return tuple(sorted(set(self.emissions["year"].tolist())))

    def require_year(self, year: int) -> int:
        """Return `year` if it was surveyed.

        Raises
        ------
        UsageError
            CP-131 if it was not.
        """
        if year not in self.years:
            raise UsageError(Problem("CP-131", value=str(year), details={"known": ", ".join(map(str, self.years))}))
        return year

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
        surveys = read_surveys(project)
    with journal.stage("inventory"):
        factors = load_factors()
        specification = Specification(firm_column(firms, "guideline"), gwp_metric=project.file.gwp_metric)
        emissions = build_inventory(surveys.activity, factors, specification)
    return ProjectInventory(firms, surveys, factors, specification, emissions)


def write_inventory(inventory: ProjectInventory, folder: Path) -> list[Path]:
    """Write activity, emissions and the totals of each year into `folder`, and return the files.

    Raises
    ------
    StorageError
        CP-901 if the disk refuses.
    """
    tables = {folder / "activity.csv": inventory.surveys.activity, folder / "emissions.csv": inventory.emissions}
    for path, table in tables.items():
        write_table(table, path)
    totals = folder / "totals.json"
    years = [inventory.summary(year).as_json() for year in inventory.years]
    write_text(totals, json.dumps(years, ensure_ascii=False, indent=2) + "\n")
    return [*tables, totals]
