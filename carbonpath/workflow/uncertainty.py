"""Uncertainty of a project's inventory: intervals, key categories, and their charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from carbonpath.charts.figure import Format, save_figure
from carbonpath.charts.inventory_intervals import draw_intervals
from carbonpath.charts.key_categories import draw_key_categories
from carbonpath.charts.options import ChartOptions
from carbonpath.core.answers.accounts import INTERVALS, KEY_CATEGORIES, KEY_TRENDS
from carbonpath.core.errors import UsageError
from carbonpath.core.messages import Language
from carbonpath.core.problems import Problem
from carbonpath.core.tables import as_table, empty_table, write_table
from carbonpath.inventory.intervals import uncertainty_table
from carbonpath.inventory.key_categories import key_categories, key_trends
from carbonpath.inventory.simulation import DRAWS
from carbonpath.reference.categories import category_label
from carbonpath.workflow.firms import firm_labels
from carbonpath.workflow.inventory import ProjectInventory
from carbonpath.workflow.project import Project

LEAST_DRAWS = 100
"""Fewer draws say nothing of the ends of an interval."""

_FLAGS = ("key", "key_with_uncertainty")


@dataclass(frozen=True, slots=True)
class UncertaintyReport:
    """How far the totals of a year may be trusted, and which sources decide it."""

    year: int
    """Year."""
    base_year: int
    """Year with which it is compared."""
    draws: int
    """Draws of approach 2."""
    seed: int
    """Seed of the draws."""
    intervals: pd.DataFrame
    """Table INTERVALS."""
    levels: pd.DataFrame
    """Table KEY_CATEGORIES."""
    trends: pd.DataFrame
    """Table KEY_TRENDS; empty if both years are the same."""

    def as_json(self) -> dict[str, object]:
        """Return the content as it goes out with `--json`."""
        tables = {"intervals": self.intervals, "key_categories": self.levels, "key_trends": self.trends}
        told = {name: getattr(self, name) for name in ("year", "base_year", "draws", "seed")}
        return told | {name: table.to_dict("records") for name, table in tables.items()}


def inventory_uncertainty(
    inventory: ProjectInventory, years: tuple[int, int], seed: int = 0, draws: int = DRAWS
) -> UncertaintyReport:
    """Return intervals and key categories.

    Parameters
    ----------
    inventory
        The inventory.
    years
        Base year and year told.
    seed
        Seed of the draws: the same seed gives the same numbers.
    draws
        Draws of approach 2.

    Raises
    ------
    UsageError
        CP-131 for a year that was not surveyed, CP-132 for too few draws.
    """
    base_year, year = (inventory.require_year(when) for when in years)
    if draws < LEAST_DRAWS:
        raise UsageError(Problem("CP-132", value=str(draws), details={"least": str(LEAST_DRAWS)}))
    emissions = inventory.emissions
    generator = np.random.default_rng(seed)
    intervals = uncertainty_table(emissions, inventory.prepared, (base_year, year), generator, draws)
    levels = _flagged(key_categories(emissions[emissions["year"] == year])).assign(year=year)
    trends = empty_table(KEY_TRENDS)
    if base_year != year:
        moved = _flagged(key_trends(emissions, base_year, year)).assign(year=year, base_year=base_year)
        trends = as_table(moved, KEY_TRENDS)
    return UncertaintyReport(
        year, base_year, draws, seed, as_table(intervals, INTERVALS), as_table(levels, KEY_CATEGORIES), trends
    )


def write_uncertainty(report: UncertaintyReport, folder: Path) -> list[Path]:
    """Write the three tables into `folder` and return the files.

    Raises
    ------
    StorageError
        CP-901 if the disk refuses.
    """
    named = {"intervals": report.intervals, "key_categories": report.levels, "key_trends": report.trends}
    paths = [folder / f"{name}.csv" for name in named]
    for path, table in zip(paths, named.values(), strict=True):
        write_table(table, path)
    return paths


def draw_uncertainty(
    report: UncertaintyReport,
    inventory: ProjectInventory,
    folder: Path,
    formats: Sequence[Format],
    options: ChartOptions,
) -> tuple[list[Path], list[Problem]]:
    """Draw both charts into `folder`; return the files and the characters that readers would miss."""
    labels = {
        category: category_label(inventory.factors, category, options.language)
        for category in sorted({*report.levels["category"], *report.trends["category"]})
    }
    figures = {
        "intervals": draw_intervals(report.intervals, options),
        "key-categories": draw_key_categories(report.levels, report.trends, labels, options),
    }
    paths: list[Path] = []
    problems: list[Problem] = []
    for name, figure in figures.items():
        for kind in formats:
            paths.append(folder / f"{name}.{kind}")
            problems += save_figure(figure, paths[-1], kind, options)
    return paths, problems


def inventory_chart_options(project: Project, inventory: ProjectInventory, language: Language) -> ChartOptions:
    """Return language and names for charts of the inventory."""
    return ChartOptions(
        language=language,
        source="inventory",
        boundary=project.file.boundary,
        illustrative=project.file.illustrative,
        firm_labels=firm_labels(inventory.firms, language),
    )


def _flagged(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(**{name: table[name].map({True: "yes", False: ""}) for name in _FLAGS})
