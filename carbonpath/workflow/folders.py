"""Folders that appear whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from carbonpath.core.errors import StorageError
from carbonpath.core.problems import Problem

PARTIAL = ".partial"
"""End of the name under which a folder is filled."""


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """Yield a folder under a temporary name; it gets its own when the block ends well, and vanishes otherwise.

    Raises
    ------
    StorageError
        CP-901 if the disk refuses.
    """
    partial = folder.with_name(f".{folder.name}{PARTIAL}")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir(parents=True)
    except OSError as refused:
        raise _refused(partial, refused) from refused
    try:
        yield partial
        partial.rename(folder)
    except OSError as refused:
        raise _refused(folder, refused) from refused
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def remove_leftovers(folder: Path) -> None:
    """Remove what killed writers left in `folder`; only the holder of the project's lock may."""
    for partial in sorted(folder.glob(f".*{PARTIAL}")):
        shutil.rmtree(partial, ignore_errors=True)


def _refused(path: Path, error: OSError) -> StorageError:
    return StorageError(Problem("CP-901", file=str(path), details={"reason": str(error)}))
