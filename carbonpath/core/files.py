"""The one door through which files are written: whole, or not at all."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from carbonpath.core.errors import StorageError
from carbonpath.core.problems import Problem


def write_bytes(path: Path, content: bytes, *, lasting: bool = True) -> None:
    """Write a file atomically: a temporary neighbour, flushed to disk, then renamed over `path`.

    Parameters
    ----------
    path
        File.
    content
        Its content.
    lasting
        Whether to wait until the disk has it; not for what can be made again, of which there may be hundreds.

    Raises
    ------
    StorageError
        If the disk refuses (CP-901); an older file at `path` is then untouched.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        temporary = Path(name)
        with os.fdopen(descriptor, "wb") as handle:
            handle.write(content)
            handle.flush()
            if lasting:
                os.fsync(handle.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
        if lasting:
            sync_folder(path.parent)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise StorageError(Problem("CP-901", file=str(path), details={"reason": str(error)})) from error


def write_text(path: Path, content: str, *, lasting: bool = True) -> None:
    """Write text as UTF-8, atomically (see `write_bytes`)."""
    write_bytes(path, content.encode("utf-8"), lasting=lasting)


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file's content in hexadecimal."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """Have the disk keep what was renamed in a folder, where the system can be asked to."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
