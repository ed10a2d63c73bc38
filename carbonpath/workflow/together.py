"""Several files of a folder that change together or not at all, even if the writer is killed.

What is to change is written beside the files first, then the plan of the change; the plan is the point of no return.
From then on whoever finds it finishes it: each step can be done again without harm, also by two processes at once,
because the name of a waiting file says which content goes where.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from carbonpath.core.errors import StorageError
from carbonpath.core.files import sync_folder, write_bytes, write_text
from carbonpath.core.problems import Problem

WAITING = ".changing"
"""Folder in which files wait."""
PLAN = "plan.json"
"""File that says where they go."""


def change_together(folder: Path, writes: Mapping[str, bytes], removals: Iterable[str] = ()) -> None:
    """Write and remove files, given by their path in `folder`; one writer at a time.

    Raises
    ------
    StorageError
        CP-901 if the disk refuses. Nothing has changed then, or the next `finish_change` completes the change.
    """
    finish_change(folder)
    waiting = folder / WAITING
    shutil.rmtree(waiting, ignore_errors=True)
    names = {target: _name(target, content) for target, content in sorted(writes.items())}
    try:
        for target, name in names.items():
            write_bytes(waiting / name, writes[target])
        write_text(waiting / PLAN, json.dumps({"writes": names, "removals": sorted(removals)}) + "\n")
    except StorageError:
        shutil.rmtree(waiting, ignore_errors=True)
        raise
    finish_change(folder)


def finish_change(folder: Path) -> None:
    """Finish a change that a killed writer had decided; nothing is done if there is none.

    Raises
    ------
    StorageError
        CP-901 if the disk refuses.
    """
    waiting = folder / WAITING
    try:
        plan = json.loads((waiting / PLAN).read_text(encoding="utf-8"))
        for target, name in plan["writes"].items():
            (folder / target).parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):
                (waiting / name).replace(folder / target)
        for target in plan["removals"]:
            (folder / target).unlink(missing_ok=True)
        for parent in {(folder / target).parent for target in (*plan["writes"], *plan["removals"])}:
            sync_folder(parent)
        (waiting / PLAN).unlink(missing_ok=True)
        shutil.rmtree(waiting, ignore_errors=True)
    except FileNotFoundError:
        return
    except OSError as refused:
        raise StorageError(Problem("CP-901", file=str(folder), details={"reason": str(refused)})) from refused


def _name(target: str, content: bytes) -> str:
    return hashlib.sha256(target.encode() + b"\0" + content).hexdigest()
