"""Finished runs side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from carbonpath.workflow.runs import Run
from carbonpath.workflow.summary import run_entry


def compare_runs(runs: Sequence[Run]) -> list[dict[str, Any]]:
    """Return runs as `run --json` tells them, each with its differences from the first.

    ``difference`` is the run less the first: ``cumulative_mtco2``, ``total_cost`` (million CNY), and by year
    ``emissions_mtco2`` and ``coal_mtce``.
    """
    entries = [run_entry(run) for run in runs]
    return [{**entry, "difference": _difference(entry, entries[0])} for entry in entries]


def _difference(entry: dict[str, Any], first: dict[str, Any]) -> dict[str, Any]:
    yearly = {
        name: {year: value - first[name][year] for year, value in entry[name].items() if year in first[name]}
        for name in ("emissions_mtco2", "coal_mtce")
    }
    return {name: entry[name] - first[name] for name in ("cumulative_mtco2", "total_cost")} | yearly
