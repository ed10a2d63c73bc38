"""What makes two runs the same: code, inputs and options, hashed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

import carbonpath
from carbonpath.core.files import file_sha256

PACKAGES = ("pyomo", "highspy", "numpy", "pandas", "scipy", "matplotlib")
"""Libraries whose version can move a result."""


@cache
def code_sha256() -> str:
    """Return one hash over every file of the package: a changed formula is a changed version."""
    folder = Path(carbonpath.__file__).parent
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".pyc")
    return digest({path.relative_to(folder).as_posix(): file_sha256(path) for path in files})


def versions() -> dict[str, str]:
    """Return the versions of carbonpath and of the libraries that can move a result."""
    return {name: version(name) for name in ("carbonpath", *PACKAGES)}


def input_hashes(files: Iterable[Path], folder: Path) -> dict[str, str]:
    """Return the SHA-256 of files by their path relative to `folder`, sorted."""
    return {path.relative_to(folder).as_posix(): file_sha256(path) for path in sorted(files)}


def digest(content: Mapping[str, object]) -> str:
    """Return the SHA-256 of nested dictionaries of plain values, whatever their order."""
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()
