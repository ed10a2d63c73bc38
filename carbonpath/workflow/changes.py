"""What changed in an inventory and why: against its frozen years, or against the tables of an earlier build."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from carbonpath.core.answers.accounts import RECALCULATION
from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem
from carbonpath.core.tables import as_table, read_table
from carbonpath.inventory.aggregate import summarise
from carbonpath.inventory.recalculation import recalculation_log
from carbonpath.inventory.totals import direct, total
from carbonpath.workflow.frozen import TABLES, Frozen, read_frozen, write_frozen
from carbonpath.workflow.inventory import ProjectInventory
from carbonpath.workflow.lock import project_lock
from carbonpath.workflow.project import Project

State = tuple[pd.DataFrame, pd.DataFrame]
"""ACTIVITY and EMISSIONS."""


@dataclass(frozen=True, slots=True)
class YearChange:
    """Scope 1 of a year in both states."""

    year: int
    """Year."""
    old_tco2e: float
    """Before."""
    new_tco2e: float
    """After."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between two states."""

    against: str
    """What today's numbers are compared with."""
    years: tuple[YearChange, ...]
    """Scope 1 of each year compared."""
    log: pd.DataFrame
    """Table RECALCULATION."""


def inventory_changes(project: Project, inventory: ProjectInventory, folder: Path | None = None) -> Changes:
    """Return what surveys and rules of today would change in the frozen years, or against tables in `folder`.

    Parameters
    ----------
    project, inventory
        The project and its inventory.
    folder
        Folder that `inventory build` wrote; None: the frozen years.

    Raises
    ------
    UsageError
        CP-134 if there is nothing to compare with.
    DataError
        If the tables of `folder` do not fit.
    """
    if folder is not None:
        if not all((folder / f"{name}.csv").is_file() for name in TABLES):
            raise UsageError(Problem("CP-134", value=str(folder)))
        activity, emissions = (read_table(folder / f"{name}.csv", schema) for name, schema in TABLES.items())
        years = sorted({*emissions["year"].tolist(), *inventory.years})
        return _compared(str(folder), (activity, emissions), (inventory.surveys.activity, inventory.emissions), years)
    anew = inventory.anew
    if anew is None:
        raise UsageError(Problem("CP-134", value=project.shown(project.inventory_folder / "frozen")))
    kept = list(inventory.frozen.values())
    old = tuple(pd.concat([year.tables[name] for year in kept], ignore_index=True) for name in TABLES)
    shown = ", ".join(year.place for year in kept)
    return _compared(shown, (old[0], old[1]), (anew.activity, anew.emissions), list(inventory.frozen))


def told_changes(project: Project, inventory: ProjectInventory) -> list[Problem]:
    """Return a warning for each frozen year that today's surveys or rules would change (CP-376)."""
    if inventory.anew is None:
        return []
    changes = inventory_changes(project, inventory)
    moved = changes.log.groupby("year")["reason"].agg(lambda found: ", ".join(sorted(set(found))))
    return [
        Problem(
            "CP-376",
            place=inventory.frozen[one.year].place,
            value=f"{one.new_tco2e:.0f}",
            details={
                "year": str(one.year),
                "old": f"{one.old_tco2e:.0f}",
                "share": f"{100 * (one.new_tco2e / one.old_tco2e - 1) if one.old_tco2e else 100:+.2f}",
                "reasons": str(moved[one.year]),
            },
            severity="warning",
        )
        for one in changes.years
        if one.year in moved.index
    ]


def freeze_year(project: Project, inventory: ProjectInventory, year: int, reason: str, *, again: bool = False) -> Path:
    """Keep the inventory of a year as it is today, in use from now on, and return its folder.

    Parameters
    ----------
    project, inventory
        The project and its inventory.
    year
        Year.
    reason
        Why.
    again
        Whether a year that is frozen already is frozen anew; the version before stays beside it, and
        `recalculation.csv` of the new version says what changed.

    Raises
    ------
    UsageError
        CP-131 for a year that was not surveyed, CP-133 for one that is frozen.
    StorageError
        CP-950 if another process writes in this project, CP-901 if the disk refuses.
    """
    inventory.require_year(year)
    with project_lock(project.state_folder):
        before = read_frozen(project).get(year)
        if before is not None and not again:
            raise UsageError(Problem("CP-133", before.place, value=str(year)))
        anew = inventory.anew
        state = (anew.activity, anew.emissions) if anew else (inventory.surveys.activity, inventory.emissions)
        summary = summarise(state[1], anew.prepared if anew else inventory.prepared, year)
        tables = {name: _of_years(table, [year]) for name, table in zip(TABLES, state, strict=True)}
        kept = (before.tables["activity"], before.tables["emissions"]) if before else state
        log = _compared("", kept, state, [year]).log
        told = Frozen(
            year=year,
            version=before.told.version + 1 if before else 1,
            reason=reason,
            gwp_metric=inventory.specification.gwp_metric,
            scope1_tco2e=summary.scope1_tco2e,
            scope2_tco2e=summary.scope2_tco2e,
            sha256={},
        )
        return write_frozen(project, told, tables, log)


def _compared(against: str, old: State, new: State, years: list[int]) -> Changes:
    states = [(_of_years(activity, years), _of_years(emissions, years)) for activity, emissions in (old, new)]
    log = as_table(recalculation_log(*states), RECALCULATION)
    totals = (YearChange(year, *(_scope1(emissions, year) for _, emissions in states)) for year in years)
    return Changes(against, tuple(totals), log)


def _of_years(table: pd.DataFrame, years: Iterable[int]) -> pd.DataFrame:
    return table[table["year"].isin(list(years))].reset_index(drop=True)


def _scope1(emissions: pd.DataFrame, year: int) -> float:
    return total(direct(emissions[emissions["year"] == year])["co2_equivalent"])
