"""Which files of a project change when surveys are taken in."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from carbonpath.core.errors import SafetyError, StorageError
from carbonpath.core.problems import Problem
from carbonpath.survey.difference import Correction, corrections
from carbonpath.survey.importer import ImportedSurvey
from carbonpath.workflow.survey_history import History, Version, read_history, version_of

Status = Literal["new", "same", "replaced"]


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was taken into a project."""

    survey: ImportedSurvey
    """What it reports."""
    status: Status
    """``new``; ``same`` as the one in the project, which stays as it is; or it ``replaced`` that one."""
    version: int
    """Number of the version in use."""
    corrections: tuple[Correction, ...] = ()
    """What it says otherwise than the version before."""

    def as_json(self) -> dict[str, Any]:
        """Return what became of the file as a JSON object."""
        return {
            "file": self.survey.path.name,
            "firm": self.survey.firm,
            "year": self.survey.year,
            "status": self.status,
            "version": self.version,
            "numbers": len(self.survey.activity),
            "content": self.survey.content,
            "corrections": [asdict(correction) for correction in self.corrections],
        }


@dataclass(frozen=True, slots=True)
class Planned:
    """What taking in several files changes."""

    taken: tuple[Taken, ...]
    """The files."""
    after: tuple[ImportedSurvey, ...]
    """All surveys that the project then has, under the names that they then have."""
    writes: Mapping[str, bytes]
    """Contents by path in the inventory folder."""
    removals: tuple[str, ...]
    """Paths in the inventory folder."""


def place_of(survey: ImportedSurvey, inventory_folder: Path) -> Path:
    """Return where the survey of a firm and year lies: named by them, whatever the file was called."""
    return inventory_folder / "surveys" / f"{survey.firm}-{survey.year}{survey.path.suffix.lower()}"


def plan_changes(inventory_folder: Path, sent: Sequence[ImportedSurvey], present: Sequence[ImportedSurvey]) -> Planned:
    """Return what changes when surveys are taken in beside those that are present.

    Raises
    ------
    SafetyError
        CP-960 if the place of a firm and year is taken by a file of another.
    DataError
        CP-202 if a history is damaged.
    """
    by_key = {(survey.firm, survey.year): survey for survey in present}
    _require_places(inventory_folder, sent, present)
    taken: list[Taken] = []
    writes: dict[str, bytes] = {}
    removals: set[Path] = set()
    for survey in sent:
        place = place_of(survey, inventory_folder)
        old = by_key.pop((survey.firm, survey.year), None)
        entry, history, kept = _take(inventory_folder, survey, old, place)
        taken.append(entry)
        if entry.status != "same":
            writes |= kept
            writes[f"surveys/{place.name}"] = _content(survey)
            writes[history.name] = (history.model_dump_json(indent=2) + "\n").encode()
            removals |= {path for path in (survey.path, old.path if old else place) if path.parent == place.parent}
            removals -= {place}
        by_key[survey.firm, survey.year] = _renamed(old if old and entry.status == "same" else survey, place.name)
    after = tuple(by_key[key] for key in sorted(by_key))
    return Planned(tuple(taken), after, writes, tuple(sorted(f"surveys/{path.name}" for path in removals)))


def _take(
    inventory_folder: Path, survey: ImportedSurvey, old: ImportedSurvey | None, place: Path
) -> tuple[Taken, History, dict[str, bytes]]:
    """Return what becomes of one file, the history then, and the file of the version before where it is kept."""
    known = read_history(inventory_folder, survey.firm, survey.year)
    history = known or History(firm=survey.firm, year=survey.year, versions=())
    before = _version_in_use(history, old, place)
    if survey.path == place or (old and old.content == survey.content):
        return Taken(survey, "same", before.version if before else 1), history, {}
    if before is None:
        return Taken(survey, "new", 1), history.with_latest(version_of(survey, 1)), {}
    changed = corrections(old, survey) if old else ()
    latest = version_of(survey, before.version + 1, changed)
    path = old.path if old else place
    history, kept = history.with_latest(before).replaced(path.suffix, latest)
    return Taken(survey, "replaced", latest.version, changed), history, {kept: path.read_bytes()}


def _version_in_use(history: History, old: ImportedSurvey | None, place: Path) -> Version | None:
    """Return the version that the project has: that of the history, or a further one for a file put there by hand."""
    last = history.versions[-1] if history.versions else None
    number = last.version + 1 if last else 1
    if old is not None:
        return last if last and last.content == old.content else version_of(old, number)
    if not place.is_file():
        return None
    content = place.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if last and last.sha256 == digest:
        return last
    return Version(version=number, file=place.name, sha256=digest, content="", numbers=0, kept="", corrections=())


def _require_places(inventory_folder: Path, sent: Sequence[ImportedSurvey], present: Sequence[ImportedSurvey]) -> None:
    owners = {survey.path: (survey.firm, survey.year) for survey in present}
    places = {place_of(survey, inventory_folder): (survey.firm, survey.year) for survey in sent}
    taken = [path for path, key in places.items() if owners.get(path, key) != key]
    if taken:
        raise SafetyError(*(Problem("CP-960", file=str(path)) for path in taken))


def _content(survey: ImportedSurvey) -> bytes:
    content = survey.path.read_bytes()
    if hashlib.sha256(content).hexdigest() != survey.sha256:
        reason = "changed while it was read"
        raise StorageError(Problem("CP-901", file=str(survey.path), details={"reason": reason}))
    return content


def _renamed(survey: ImportedSurvey, name: str) -> ImportedSurvey:
    """Return a survey as if it had been read from a file of another name."""
    old = survey.path.name
    if old == name:
        return survey

    def moved(source: str) -> str:
        return f"{name}{source.removeprefix(old)}"

    return replace(
        survey,
        activity=survey.activity.assign(source=survey.activity["source"].map(moved)),
        monthly=survey.monthly.assign(source=survey.monthly["source"].map(moved)),
        problems=tuple(replace(problem, file=name) for problem in survey.problems),
        remarks={moved(source): remark for source, remark in survey.remarks.items()},
        path=survey.path.with_name(name),
    )
