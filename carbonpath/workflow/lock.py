"""One writer a project: the operating system's own lock, which dies with its holder."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from carbonpath.core.errors import StorageError
from carbonpath.core.files import write_text
from carbonpath.core.problems import Problem


@contextmanager
def project_lock(state_folder: Path) -> Iterator[None]:
    """Hold the project for writing; a holder that was killed is forgotten at once.

    Raises
    ------
    StorageError
        CP-950 if another process holds it, naming the process and its machine; CP-901 if the folder cannot be written.
    """
    holder = state_folder / "holder.json"
    write_text(state_folder / ".gitignore", "*\n")
    lock = FileLock(state_folder / "lock", blocking=False)
    try:
        lock.acquire()
    except Timeout as held:
        raise StorageError(Problem("CP-950", file=str(state_folder / "lock"), value=_told(holder))) from held
    try:
        write_text(holder, json.dumps({"pid": os.getpid(), "host": socket.gethostname()}) + "\n")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _told(holder: Path) -> str:
    try:
        entry = json.loads(holder.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return "?"
    return f"{entry['pid']} @ {entry['host']}"
