"""The inventory of a project, from its survey workbooks."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from carbonpath.core.errors import DataError, UsageError, require_valid
from carbonpath.core.files import write_text
from carbonpath.core.problems import Problem
from carbonpath.core.tables import write_table
from carbonpath.inventory.activity import Activity, prepare_activity
from carbonpath.inventory.aggregate import InventorySummary, summarise
from carbonpath.inventory.build import account_activity
from carbonpath.inventory.checks import check_accounts
from carbonpath.inventory.filled_years import Gap, fill_years, told_gaps
from carbonpath.inventory.net_import import net_imports
from carbonpath.inventory.specification import Specification
from carbonpath.inventory.totals import total
from carbonpath.inventory.trace import trace_total
from carbonpath.reference.factors import Factors
from carbonpath.workflow.district_views import district_views
from carbonpath.workflow.equipment import read_equipment
from carbonpath.workflow.factors import project_factors
from carbonpath.workflow.firms import firm_column, read_firms
from carbonpath.workflow.frozen import FrozenYear, held, read_frozen
from carbonpath.workflow.journal import Journal
from carbonpath.workflow.project import Project
from carbonpath.workflow.splicing import read_gaps, read_series
from carbonpath.workflow.survey_record import Surveys
from carbonpath.workflow.surveys import read_surveys

_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Accounts:
    """Activity and the emissions that follow from it."""

    activity: pd.DataFrame
    """Table ACTIVITY."""
    prepared: Activity
    """The same with the rules and factors that account it."""
    emissions: pd.DataFrame
    """Table EMISSIONS, with the firm-years that were filled."""


@dataclass(frozen=True, slots=True)
class ProjectInventory:
    """What the firms of a project reported and emitted."""

    firms: pd.DataFrame
    """Table FIRMS."""
    surveys: Surveys
    """What they reported."""
    prepared: Activity
    """What they reported, with the rules and factors that account it."""
    emissions: pd.DataFrame
    """Table EMISSIONS."""
    findings: tuple[Problem, ...]
    """What the accounts themselves show: ledger, balances, gas pool, inputs that are unknown."""
    frozen: Mapping[int, FrozenYear] = field(default_factory=dict)
    """Years that stand as they were frozen."""
    anew: Accounts | None = None
    """What surveys and rules of today give, where years are frozen; None: no year is."""

    @property
    def factors(self) -> Factors:
        """Reference tables."""
        return self.prepared.factors

    @property
    def specification(self) -> Specification:
        """Rules of accounting."""
        return self.prepared.specification

    def summary(self, year: int) -> InventorySummary:
        """Return the totals of one year."""
        return summarise(self.emissions, self.prepared, year)

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

    def trace(self, year: int, terms: Sequence[str] = ()) -> pd.DataFrame:
        """Return the rows behind a total of one year, table TRACE (see `trace_total`)."""
        return trace_total(self.emissions, self.prepared, year, terms)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Warnings of surveys and accounts."""
        return (*self.surveys.problems, *self.findings)


def build_project_inventory(project: Project, journal: Journal) -> ProjectInventory:
    """Return the inventory of every year surveyed.

    Raises
    ------
    DataError, SafetyError
        With every problem of the workbooks, or of the inventory: a ledger that does not close too.
    """
    inventory = account_project(project, journal)
    require_valid(inventory.findings, DataError)
    return inventory


def account_project(project: Project, journal: Journal) -> ProjectInventory:
    """Return the inventory of every year surveyed, also where its accounts show errors (`findings`).

    Raises
    ------
    DataError, SafetyError
        With every problem of the workbooks, or every row that cannot be accounted.
    """
    with journal.stage("survey"):
        firms = read_firms(project)
        surveys = read_surveys(project)
        gaps, frozen = read_gaps(project), read_frozen(project)
    with journal.stage("inventory"):
        rules = project_rules(project, firms)
        anew = _accounted(project, surveys.activity, rules, gaps, {})
        used = _accounted(project, surveys.activity, rules, gaps, frozen) if frozen else anew
        findings = (*check_accounts(used.emissions, used.prepared), *told_gaps(gaps), *_told_import(used, frozen))
    surveys = replace(surveys, activity=used.activity)
    kept = anew if frozen else None
    return ProjectInventory(firms, surveys, used.prepared, used.emissions, tuple(findings), frozen, kept)


def _accounted(
    project: Project,
    activity: pd.DataFrame,
    rules: Specification,
    gaps: tuple[Gap, ...],
    frozen: Mapping[int, FrozenYear],
) -> Accounts:
    """Return the accounts with frozen years as they were and gaps filled in the other years."""
    known = held(activity, frozen, "activity") if frozen else activity
    prepared = prepare_activity(known, project_factors(project), rules)
    emissions = account_activity(prepared)
    emissions = held(emissions, frozen, "emissions") if frozen else emissions
    wanted = tuple(gap for gap in gaps if gap.year not in frozen)
    filled = fill_years(emissions, wanted, read_series(project), prepared.factors) if wanted else emissions
    return Accounts(known, prepared, filled)


def _told_import(used: Accounts, frozen: Mapping[int, FrozenYear]) -> list[Problem]:
    """Return a warning for each frozen year whose net import has another factor today (CP-377)."""
    imports = net_imports(used.prepared)
    now = {year: total(one.tco2e for one in imports if one.year == year) for year in frozen}
    return [
        Problem(
            "CP-377",
            place=kept.place,
            value=f"{now[year]:.0f}",
            details={"year": str(year), "frozen": f"{kept.told.scope2_tco2e:.0f}"},
            severity="warning",
        )
        for year, kept in frozen.items()
        if abs(now[year] - kept.told.scope2_tco2e) > _SAME * max(now[year], 1.0)
    ]


def project_rules(project: Project, firms: pd.DataFrame) -> Specification:
    """Return the rules of accounting that the project file and the lists of firms and equipment give."""
    file = project.file
    return Specification(
        firm_column(firms, "guideline"),
        gwp_metric=file.gwp_metric,
        region=file.grid_region,
        grid_series=file.grid_series,
        equipment=read_equipment(project, project_factors(project)),
    )


def write_inventory(inventory: ProjectInventory, folder: Path) -> list[Path]:
    """Write activity, emissions, views of the district and the totals of each year into `folder`; return the files.

    What firms gave by month is written beside, as `monthly.csv`; a project without months has no such file.

    Raises
    ------
    StorageError
        CP-901 if the disk refuses.
    """
    tables = {folder / "activity.csv": inventory.surveys.activity, folder / "emissions.csv": inventory.emissions}
    if not inventory.surveys.monthly.empty:
        tables[folder / "monthly.csv"] = inventory.surveys.monthly
    views = district_views(inventory.emissions, inventory.prepared)
    tables |= {folder / f"{name}.csv": table for name, table in views.items()}
    for path, table in tables.items():
        write_table(table, path)
    totals = folder / "totals.json"
    years = [inventory.summary(year).as_json() for year in inventory.years]
    write_text(totals, json.dumps(years, ensure_ascii=False, indent=2) + "\n")
    return [*tables, totals]
