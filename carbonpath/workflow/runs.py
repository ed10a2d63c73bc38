"""The store of finished runs: folders that appear whole, and how people refer to them."""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from carbonpath.core.errors import StorageError, UsageError
from carbonpath.core.files import write_text
from carbonpath.core.problems import Problem
from carbonpath.workflow.manifest import MANIFEST, UNPROVEN, Manifest, read_manifest

LAST = "@last"
"""Reference to the latest run of any scenario."""
TAGS = "tags.json"
"""File in the runs folder that keeps the tags."""
_TAG = re.compile(r"[\w.-]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run."""

    folder: Path
    """Its folder."""
    manifest: Manifest
    """Its manifest."""


def new_run_id(runs_folder: Path, scenario: str, fingerprint: str, moment: datetime) -> str:
    """Return an id that no run has yet: when, what, and the start of the fingerprint."""
    wanted = f"{moment:%Y%m%dT%H%M%S}_{scenario}_{fingerprint[:8]}"
    candidate, number = wanted, 2
    while (runs_folder / candidate).exists():
        candidate, number = f"{wanted}-{number}", number + 1
    return candidate


def list_runs(runs_folder: Path) -> list[Run]:
    """Return every finished run, oldest first.

    Raises
    ------
    StorageError
        CP-951 if a manifest is damaged.
    """
    if not runs_folder.is_dir():
        return []
    folders = [path.parent for path in runs_folder.glob(f"*/{MANIFEST}") if not path.parent.name.startswith(".")]
    return sorted((Run(folder, read_manifest(folder)) for folder in folders), key=_age)


def find_identical(runs_folder: Path, fingerprint: str) -> Run | None:
    """Return the latest finished run of the same code, inputs and options that is proven the best."""
    same = [run for run in list_runs(runs_folder) if _is_proven(run) and run.manifest.fingerprint == fingerprint]
    return same[-1] if same else None


def find_run(runs_folder: Path, reference: str) -> Run:
    """Return the run that a user means: `@last`, a tag, a scenario (its latest run) or the start of an id.

    Raises
    ------
    UsageError
        CP-120 if nothing fits, CP-121 if several ids begin so.
    """
    runs = list_runs(runs_folder)
    wanted = read_tags(runs_folder).get(reference, reference)
    if wanted == LAST and runs:
        return runs[-1]
    of_scenario = [run for run in runs if run.manifest.scenario == wanted]
    if of_scenario:
        return of_scenario[-1]
    begun = [run for run in runs if run.manifest.run.startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    if begun:
        known = ", ".join(run.manifest.run for run in begun[-8:])
        raise UsageError(Problem("CP-121", value=reference, details={"known": known}))
    names = sorted({run.manifest.scenario for run in runs} | set(read_tags(runs_folder)))
    nearest = ", ".join(difflib.get_close_matches(reference, names, n=3))
    details = {"known": ", ".join((*names, *(run.manifest.run for run in runs[-3:]))), "nearest": nearest}
    raise UsageError(Problem("CP-120", value=reference, details=details))


def read_tags(runs_folder: Path) -> dict[str, str]:
    """Return the run id of every tag."""
    path = runs_folder / TAGS
    if not path.is_file():
        return {}
    try:
        tags: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as damaged:
        raise StorageError(Problem("CP-951", file=str(path), details={"reason": str(damaged)})) from damaged
    return tags


def tag_run(runs_folder: Path, reference: str, tag: str) -> Run:
    """Give a run a name of its own; the name moves if another run had it.

    Raises
    ------
    UsageError
        CP-122 if the tag has characters other than letters, digits, ``.``, ``-`` and ``_``.
    """
    if not _TAG.fullmatch(tag):
        raise UsageError(Problem("CP-122", value=tag))
    run = find_run(runs_folder, reference)
    tags = {**read_tags(runs_folder), tag: run.manifest.run}
    write_text(runs_folder / TAGS, json.dumps(dict(sorted(tags.items())), ensure_ascii=False, indent=2) + "\n")
    return run


def _is_proven(run: Run) -> bool:
    return run.manifest.solver.status != UNPROVEN


def _age(run: Run) -> tuple[datetime, str]:
    return datetime.fromisoformat(run.manifest.created), run.manifest.run
