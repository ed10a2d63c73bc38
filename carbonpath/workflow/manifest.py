"""What a run was made of and by: the first file to read in its folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from carbonpath.core.errors import StorageError
from carbonpath.core.files import write_text
from carbonpath.core.problems import Problem

MANIFEST = "manifest.json"
"""Name of the file in a run's folder."""
UNPROVEN = "unproven"
"""Status of a plan that a limit kept from being proven the best."""


class Solve(BaseModel):
    """How the solver ended."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    status: str
    """Status in words, e.g. optimal."""
    objective: float
    """Total discounted cost, million CNY of 2020."""
    gap: float
    """Relative gap between the plan and the best bound."""
    max_residual: float
    """Largest violation of any row, recomputed independently of the solver."""
    complementarity: float = 0.0
    """Largest cost that a shadow price claims for a limit which the plan keeps away from, relative to the whole."""
    unique: bool | None = None
    """Whether no other plan has the same cost; None where that is not known."""
    rows: int
    """Rows of the linear programme."""
    columns: int
    """Columns of the linear programme."""
    nonzeros: int
    """Entries of its matrix."""


class Manifest(BaseModel):
    """Everything that is needed to know whether a run can be trusted and repeated."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal[1] = 1
    """Version of this file's format."""
    run: str
    """Id: time, scenario and start of the fingerprint."""
    scenario: str
    """Scenario."""
    title: dict[str, str]
    """Its name for readers, by language."""
    district: str
    """District."""
    illustrative: bool
    """Whether the data are made up."""
    created: str
    """When the run began, with the offset of its clock."""
    versions: dict[str, str]
    """Versions of carbonpath and of the libraries that can move a result."""
    code_sha256: str
    """Hash over the package's files."""
    python: str
    """Version of Python and kind of machine."""
    inputs: dict[str, str]
    """SHA-256 of every input file, by path relative to the project."""
    options: dict[str, Any]
    """Options that can move a result."""
    seed: int
    """Seed of random choices."""
    fingerprint: str
    """Hash of code, inputs, options and seed: equal for equal runs."""
    solver: Solve
    """How the solver ended."""
    seconds: dict[str, float]
    """Time by stage."""
    closure: float
    """Largest relative difference between model and inventory in the base year over firms."""
    warnings: list[dict[str, Any]]
    """Findings that did not stop the run."""
    outputs: dict[str, str]
    """SHA-256 of every table written, by name."""


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write the manifest of a run into its folder."""
    write_text(folder / MANIFEST, manifest.model_dump_json(indent=2) + "\n")


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a run's folder.

    Raises
    ------
    StorageError
        CP-951 if it is missing or damaged.
    """
    path = folder / MANIFEST
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as damaged:
        raise StorageError(Problem("CP-951", file=str(path), details={"reason": type(damaged).__name__})) from damaged
