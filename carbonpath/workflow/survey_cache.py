"""Surveys kept on disk: each file as it was read, and all of them together as they were checked."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from carbonpath.core.errors import CarbonpathError, StorageError
from carbonpath.core.files import file_sha256, write_text
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import ACTIVITY, MONTHLY
from carbonpath.core.tables import read_table, write_table
from carbonpath.workflow.survey_record import Report, Surveys


def recall(cached: Path, files: tuple[Path, ...]) -> Surveys | None:
    """Return what is kept under the name `cached`; None if there is none, or it is damaged."""
    try:
        kept: dict[str, Any] = json.loads(cached.with_suffix(".json").read_text(encoding="utf-8"))
        if kept["sha256"] != _hashes(cached):
            return None
        return Surveys(
            read_table(cached, ACTIVITY),
            tuple(Problem(**entry) for entry in kept["problems"]),
            files,
            read_table(_monthly_file(cached), MONTHLY),
            tuple(Report(**entry) for entry in kept["reports"]),
            kept["remarks"],
        )
    except (OSError, ValueError, TypeError, LookupError, CarbonpathError):
        return None


def remember(surveys: Surveys, cached: Path) -> None:
    """Keep what was read; a disk that refuses costs time, not the result."""
    with suppress(OSError, StorageError):
        write_table(surveys.monthly, _monthly_file(cached), lasting=False)
        write_table(surveys.activity, cached, lasting=False)
        kept = {
            "problems": [asdict(problem) for problem in surveys.problems],
            "reports": [asdict(report) for report in surveys.reports],
            "remarks": dict(surveys.remarks),
            "sha256": _hashes(cached),
        }
        write_text(cached.with_suffix(".json"), json.dumps(kept, ensure_ascii=False) + "\n", lasting=False)


def forget_others(folder: Path, kept: Iterable[Path]) -> None:
    """Delete what is kept under other names: files that changed or left."""
    wanted = {path for cached in kept for path in (cached, cached.with_suffix(".json"), _monthly_file(cached))}
    with suppress(OSError):
        found = {path for prefix in ("activity", "survey", "monthly") for path in folder.glob(f"{prefix}-*")}
        for path in sorted(found - wanted):
            path.unlink()


def _hashes(cached: Path) -> list[str]:
    """Return what tells tables that a disk has not kept whole, as nobody waits for it."""
    return [file_sha256(cached), file_sha256(_monthly_file(cached))]


def _monthly_file(cached: Path) -> Path:
    return cached.with_name(f"monthly-{cached.name}")
