"""The numbers of a run that everybody asks for first, as JSON and as rows of a table."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from carbonpath.workflow.outputs import SUMMARY
from carbonpath.workflow.run_names import asked
from carbonpath.workflow.runs import Run

BOUNDARIES = ("scope1", "scope1+import")
"""Released within the district; the same with what net purchased power releases elsewhere."""


def summarise_indicators(indicators: pd.DataFrame, boundary: str) -> dict[str, Any]:
    """Return peak, plateau, emissions, coal and cost of one scenario.

    Parameters
    ----------
    indicators
        Table INDICATOR of one scenario of one region.
    boundary
        Boundary of the headline numbers, one of BOUNDARIES; the other stands beside it.

    Returns
    -------
    dict
        ``boundary, peak_year, peak_mtco2, plateau, peak_return`` (None without a return), ``emissions_mtco2`` and
        ``coal_mtce`` by year, ``cumulative_mtco2``, ``total_cost`` in million CNY of 2020 (discounted), and
        ``other_boundary``: peak and emissions in the other boundary.
    """
    whole = indicators[(indicators["firm"] == "") & (indicators["sector"] == "") & (indicators["item"] == "")]
    coal = whole[whole["indicator"] == "coal"]
    (other,) = (name for name in BOUNDARIES if name != boundary)
    return {
        "boundary": boundary,
        **_peak(whole, boundary),
        "coal_mtce": _by_year(coal),
        "total_cost": _last(whole[whole["indicator"] == "total_cost"]),
        "other_boundary": {"boundary": other, **_peak(whole, other)},
    }


def run_entry(run: Run, *, reused: bool = False) -> dict[str, Any]:
    """Return a run as `run --json` tells it: summary, solver and times."""
    manifest = run.manifest
    summary: dict[str, Any] = json.loads((run.folder / SUMMARY).read_text(encoding="utf-8"))
    return {
        "scenario": manifest.scenario,
        "title": manifest.title,
        "run": manifest.run,
        "asked": list(asked(run)),
        "status": manifest.solver.status,
        "objective": manifest.solver.objective,
        **summary,
        "seconds": manifest.seconds,
        "max_residual": manifest.solver.max_residual,
        "gap": manifest.solver.gap,
        "complementarity": manifest.solver.complementarity,
        "unique": manifest.solver.unique,
        "notes": [{"code": note["code"], "message": note["message"]} for note in manifest.warnings],
        "reused": reused,
        "illustrative": manifest.illustrative,
        "folder": str(run.folder),
    }


def _peak(whole: pd.DataFrame, boundary: str) -> dict[str, Any]:
    rows = whole[whole["boundary"] == boundary]

    def of(indicator: str) -> pd.DataFrame:
        return rows[rows["indicator"] == indicator]

    returned = of("peak_return")
    return {
        "peak_year": int(_last(of("peak_year"))),
        "peak_mtco2": _last(of("peak_level")),
        "plateau": [int(_last(of("plateau_first"))), int(_last(of("plateau_last")))],
        "peak_return": None if returned.empty else int(_last(returned)),
        "emissions_mtco2": _by_year(of("emissions")),
        "cumulative_mtco2": _last(of("cumulative_emissions")),
    }


def _by_year(rows: pd.DataFrame) -> dict[str, float]:
    ordered = rows.sort_values("year")
    return {str(year): float(value) for year, value in zip(ordered["year"], ordered["value"], strict=True)}


def _last(rows: pd.DataFrame) -> float:
    return float(rows.sort_values("year")["value"].iloc[-1])
