"""Versions of the survey of a firm and year: what was replaced, by what, and which cells changed."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.survey.difference import Correction
from carbonpath.survey.importer import ImportedSurvey

FOLDER = "survey_history"
"""Folder of the histories, beside that of the surveys."""

NOWHERE = "-"
"""Place of a version whose file somebody replaced by hand."""

Corrections = tuple[Correction, ...]
"""What one version changed."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Version(_Model):
    """One version of a survey."""

    version: int
    """Number, from 1."""
    file: str
    """Name of the file as it was sent."""
    sha256: str
    """Hash of the file."""
    content: str
    """Hash of its cells alone, whatever the date on which it was saved; blank if it could not be read."""
    numbers: int
    """Number of numbers in it."""
    kept: str
    """Where the file is kept, in the folder of histories; blank while it is in use; NOWHERE if it was lost."""
    corrections: Corrections
    """Cells that differ from the version before."""


class History(_Model):
    """Versions of the survey of one firm and year, oldest first; the last is in use."""

    format: Literal[1] = 1
    """Version of this file's format."""
    firm: str
    """Firm."""
    year: int
    """Year."""
    versions: tuple[Version, ...]
    """The versions."""

    @property
    def name(self) -> str:
        """Return the name of its file, in the inventory folder."""
        return f"{FOLDER}/{self.firm}-{self.year}.json"

    def with_latest(self, latest: Version) -> History:
        """Return the history with a version in use; one before that was replaced by hand is kept nowhere."""
        if self.versions and self.versions[-1] == latest:
            return self
        older = tuple(v if v.kept else v.model_copy(update={"kept": NOWHERE}) for v in self.versions)
        return self.model_copy(update={"versions": (*older, latest)})

    def replaced(self, suffix: str, latest: Version) -> tuple[History, str]:
        """Return the history with a new last version, and where the file of the one before is kept."""
        *older, last = self.versions
        kept = f"{self.firm}-{self.year}/{last.version}-{last.sha256[:12]}{suffix}"
        versions = (*older, last.model_copy(update={"kept": kept}), latest)
        return self.model_copy(update={"versions": versions}), f"{FOLDER}/{kept}"


def version_of(survey: ImportedSurvey, number: int, corrections: Corrections = ()) -> Version:
    """Return a survey as a version that is in use."""
    return Version(
        version=number,
        file=survey.path.name,
        sha256=survey.sha256,
        content=survey.content,
        numbers=len(survey.activity),
        kept="",
        corrections=corrections,
    )


def read_history(inventory_folder: Path, firm: str, year: int) -> History | None:
    """Return the history of a firm and year, or None if nothing was ever imported for it.

    Raises
    ------
    DataError
        CP-202 if its file is damaged.
    """
    path = inventory_folder / History(firm=firm, year=year, versions=()).name
    try:
        return History.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as damaged:
        reason = type(damaged).__name__
        raise DataError(Problem("CP-202", file=str(path), details={"reason": reason})) from damaged
