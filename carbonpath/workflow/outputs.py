"""Files of a run: what was really used, and what came out; the same bytes for the same run."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from carbonpath.core.files import file_sha256, write_text
from carbonpath.core.tables import write_table
from carbonpath.system.change import Change
from carbonpath.system.system import System
from carbonpath.workflow.stored_system import write_system

INDICATORS = "indicators.csv"
"""Table INDICATOR of a run."""
RESULTS = "results.csv"
"""Table RESULT of a run."""
DUALS = "duals.csv"
"""Shadow prices of a run."""
SUMMARY = "summary.json"
"""Headline numbers of a run."""
LOG = "log.jsonl"
"""Stages of a run with their times."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What a run leaves beside its manifest, log and figures."""

    activity: pd.DataFrame
    """Table ACTIVITY that the system is calibrated to."""
    emissions: pd.DataFrame
    """Table EMISSIONS that it is calibrated to."""
    changes: Sequence[Change]
    """Changes of scenario and command line."""
    system: System
    """System that was solved."""
    result: pd.DataFrame
    """Table RESULT."""
    duals: pd.DataFrame
    """Shadow prices."""
    indicators: pd.DataFrame
    """Table INDICATOR."""
    summary: dict[str, Any]
    """Headline numbers."""


def write_outputs(tables: Tables, folder: Path) -> dict[str, str]:
    """Write the tables of a run and return the SHA-256 of each by its path in the folder."""
    inputs = folder / "inputs"
    named = {
        inputs / "activity.csv": tables.activity,
        inputs / "emissions.csv": tables.emissions,
        inputs / "changes.csv": _change_table(tables.changes),
        folder / RESULTS: tables.result,
        folder / DUALS: tables.duals,
        folder / INDICATORS: tables.indicators,
    }
    for path, table in named.items():
        write_table(table, path)
    write_summary(tables.summary, folder)
    written = sorted([*named, *write_system(tables.system, inputs), folder / SUMMARY])
    return {path.relative_to(folder).as_posix(): file_sha256(path) for path in written}


def write_summary(summary: Mapping[str, Any], folder: Path) -> None:
    """Write the headline numbers of a run."""
    write_text(folder / SUMMARY, json.dumps(summary, ensure_ascii=False, indent=2) + "\n")


def _change_table(changes: Sequence[Change]) -> pd.DataFrame:
    rows = [asdict(change) for change in changes]
    for row in rows:
        row["where"] = ", ".join(f"{name}={value}" for name, value in row["where"].items())
    columns = [*Change.__dataclass_fields__]
    return pd.DataFrame(rows, columns=columns)
