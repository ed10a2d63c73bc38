"""What of the installation can move an answer: the code that solves, and the libraries that compute."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import carbonpath
from carbonpath.core.files import file_sha256

SOLVING = ("model", "study", "indicators")
"""Parts of the package whose code can move an answer."""
LIBRARIES = ("highspy", "numpy", "scipy")
"""Libraries whose numbers are in every answer."""


@cache
def solving_code_sha256() -> str:
    """Return one hash over the code that can move an answer of a study."""
    folder = Path(carbonpath.__file__).parent
    digest = hashlib.sha256()
    for path in (path for part in SOLVING for path in sorted((folder / part).rglob("*.py"))):
        digest.update(f"{path.relative_to(folder).as_posix()} {file_sha256(path)}\n".encode())
    return digest.hexdigest()


def installed_engine() -> str:
    """Return hash and versions by which this installation tells its answers from those of another."""
    return " ".join([solving_code_sha256(), *(f"{name} {version(name)}" for name in LIBRARIES)])
