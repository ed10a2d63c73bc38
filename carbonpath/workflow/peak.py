"""`peak`: when a run peaks, in which order its sectors and firms do, and when else it could at nearly the same cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from carbonpath.charts.windows import peak_window as peak_chart
from carbonpath.core.answers.paths import PEAK_WINDOW
from carbonpath.core.messages import Language
from carbonpath.core.tables import as_table
from carbonpath.indicators.tables import Specification
from carbonpath.model.peaking import Descent
from carbonpath.study.peak_order import Kind, Peaking, peak_order
from carbonpath.study.peak_window import PathOfYear, PeakWindow, Reach, peak_windows
from carbonpath.system.boundaries import BOUNDARIES
from carbonpath.workflow.analysis_files import write_analysis
from carbonpath.workflow.drawing import FORMATS, chart_options, run_indicators
from carbonpath.workflow.figures import Drawn
from carbonpath.workflow.project import Project
from carbonpath.workflow.runs import Run, find_run
from carbonpath.workflow.stored_system import read_system

KINDS: tuple[Kind, ...] = ("sector", "firm")
"""Whose order of peaking is told."""
INPUTS = "inputs"
"""Folder of a run that holds its system."""


@dataclass(frozen=True, slots=True)
class PeakReport:
    """Peak and window of one run."""

    run: Run
    """Run."""
    windows: tuple[PeakWindow, ...]
    """Window in each boundary, that of the headline numbers first."""
    order: Mapping[str, Mapping[Kind, tuple[Peaking, ...]]]
    """Sectors and firms in the order of their peaks, by boundary."""
    descent: Descent
    """What is asked of the years after the last rise."""

    def as_json(self) -> dict[str, Any]:
        """Return it as ``peak --json`` tells it."""
        first, *others = (
            {"boundary": window.boundary, **_window(window), "order": _order(self.order[window.boundary])}
            for window in self.windows
        )
        manifest = self.run.manifest
        return {
            "scenario": manifest.scenario,
            "run": manifest.run,
            **first,
            "other_boundaries": others,
            **_descent(self.descent),
        }

    def table(self) -> pd.DataFrame:
        """Return table PEAK_WINDOW: what a peak in each year costs."""
        rows = [
            {
                "scenario": self.run.manifest.scenario,
                "boundary": window.boundary,
                "rule": rule,
                "year": year,
                "cost": found.cost,
                "extra": found.cost - window.least_cost,
                "share": (found.cost - window.least_cost) / abs(window.least_cost),
                "level": found.level,
            }
            for window in self.windows
            for rule, by_year in (("peak", window.by_peak_year), ("no_rise", window.by_last_rise))
            for year, found in by_year.items()
            if found is not None
        ]
        return as_table(rows, PEAK_WINDOW)

    def write(self, project: Project, folder: Path, language: Language) -> Drawn:
        """Write ``peak_window.csv`` and its chart into a folder."""
        table = self.table()
        options = chart_options(project, [self.run], language)
        return write_analysis(folder, {"peak_window": table}, [(peak_chart, table)], options, FORMATS)


def find_peak_window(
    project: Project, reference: str, slacks: Sequence[float], plateau: float, fall: float = 0.0, leeway: float = 0.0
) -> PeakReport:
    """Return peak and window of a run, solved again from the system that the run keeps.

    Parameters
    ----------
    project
        Project.
    reference
        Run id, tag, scenario or ``@last``.
    slacks
        Relative slacks of total discounted cost.
    plateau
        Relative width of the plateau.
    fall, leeway
        Relative fall asked of each year after the last rise, and how far a year may stay above it.

    Raises
    ------
    UsageError
        CP-120 or CP-121 if the run is not found.
    CarbonpathError
        What the model raises.
    """
    descent = Descent(fall, leeway)
    run = find_run(project.runs_folder, reference)
    system = read_system(run.folder / INPUTS)
    indicators = run_indicators([run])
    specification = Specification(plateau_width=plateau)
    headline = project.file.boundary
    boundaries = (headline, *(boundary for boundary in BOUNDARIES if boundary != headline))
    return PeakReport(
        run,
        peak_windows(system, slacks, boundaries, specification, descent),
        {
            boundary: {kind: peak_order(indicators, kind, boundary, specification) for kind in KINDS}
            for boundary in boundaries
        },
        descent,
    )


def _window(window: PeakWindow) -> dict[str, Any]:
    peak = window.peak
    return {
        "peak_year": peak.year,
        "peak_mtco2": peak.level,
        "plateau": [peak.first, peak.last],
        "peak_return": peak.back,
        "least_cost": window.least_cost,
        "window": [_reach(reach) for reach in window.window],
        "cost_by_peak_year": {str(year): _cost(found) for year, found in window.by_peak_year.items()},
        "level_by_peak_year": {str(year): found and found.level for year, found in window.by_peak_year.items()},
        "cost_by_last_rise": {str(year): _cost(found) for year, found in window.by_last_rise.items()},
    }


def _descent(descent: Descent) -> dict[str, float]:
    return {"yearly_fall_pct": round(descent.fall * 100.0, 9), "leeway_pct": round(descent.leeway * 100.0, 9)}


def _reach(reach: Reach) -> dict[str, Any]:
    return {
        "slack_pct": round(reach.slack * 100.0, 9),
        "earliest": reach.earliest,
        "latest": reach.latest,
        "no_rise_after": reach.no_rise_after,
    }


def _cost(found: PathOfYear | None) -> float | None:
    return None if found is None else found.cost


def _order(order: Mapping[Kind, tuple[Peaking, ...]]) -> dict[str, list[dict[str, Any]]]:
    return {
        kind: [
            {
                kind: one.name,
                "peak_year": one.peak.year,
                "peak_mtco2": one.peak.level,
                "plateau": [one.peak.first, one.peak.last],
                "last_mtco2": one.last,
            }
            for one in members
        ]
        for kind, members in order.items()
    }
